import { loopBody } from '../loop-body.ts'
import type { CompiledLoop, CompiledWorkflow } from '../../workflows/compiled.ts'

/** A loop with what its return touches. */
export interface PlannedLoop {
  /** Position among all loops. */
  readonly index: number
  readonly loop: CompiledLoop
  readonly body: readonly number[]
  readonly isInside: ReadonlySet<number>
  /** Connections that lead into the body from outside. */
  readonly entries: readonly number[]
  /** Loops that start counting anew when this one returns. */
  readonly inner: readonly number[]
  /** Only chosen, never taken by itself: having returned less often is then no disadvantage. */
  readonly isVoluntary: boolean
}

type LoopsBySource = ReadonlyMap<number, readonly { readonly index: number; readonly loop: CompiledLoop }[]>

/** The loops of a workflow by their key. */
export function planLoops(workflow: CompiledWorkflow): ReadonlyMap<string, PlannedLoop> {
  const bySource = new Map<number, { readonly index: number; readonly loop: CompiledLoop }[]>()
  for (const [index, loop] of workflow.loops.entries()) {
    const known = bySource.get(loop.source)
    if (known === undefined) bySource.set(loop.source, [{ index, loop }])
    else known.push({ index, loop })
  }
  const planned = workflow.loops.flatMap((_, index) => planLoop(workflow, index, bySource) ?? [])
  return new Map(planned.map(one => [one.loop.key, one]))
}

function planLoop(workflow: CompiledWorkflow, index: number, bySource: LoopsBySource): PlannedLoop | null {
  const loop = workflow.loops[index]
  if (loop === undefined) return null
  const body = loopBody(workflow, loop)
  const isInside = new Set(body)
  const source = workflow.steps[loop.source]
  return {
    index,
    loop,
    body,
    isInside,
    entries: body.flatMap(step =>
      (workflow.steps[step]?.incoming ?? []).filter(way => !isInside.has(workflow.connections[way]?.source ?? -1)),
    ),
    inner: body
      .flatMap(step => bySource.get(step) ?? [])
      .filter(one => isInside.has(one.loop.target))
      .filter(one => one.loop.source !== loop.source || one.loop.target !== loop.target)
      .map(one => one.index),
    isVoluntary:
      source !== undefined && source.options.length > 0 && source.options.every(({ way }) => way.type !== 'open'),
  }
}

/** The position of a step. */
type Position = (step: number) => number

/** Loops whose spans overlap, together: between two such clusters no loop leads back. */
export function clustersOf(loops: ReadonlyMap<string, PlannedLoop>, at: Position): readonly (readonly PlannedLoop[])[] {
  const clusters: PlannedLoop[][] = []
  let until = -1
  for (const one of [...loops.values()].toSorted((a, b) => at(a.loop.target) - at(b.loop.target))) {
    if (at(one.loop.target) > until) clusters.push([])
    clusters.at(-1)?.push(one)
    until = Math.max(until, at(one.loop.source))
  }
  return clusters
}

/** The cluster by each position that its loops span. */
export function byPlace(
  clusters: readonly (readonly PlannedLoop[])[],
  at: Position,
): readonly (readonly PlannedLoop[])[] {
  const places: (readonly PlannedLoop[])[] = []
  for (const cluster of clusters)
    for (const { loop } of cluster)
      for (let place = at(loop.target); place <= at(loop.source); place += 1) places[place] = cluster
  return places
}
