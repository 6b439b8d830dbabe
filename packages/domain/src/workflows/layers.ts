import type { CompiledWorkflow } from './compiled.ts'

/** Where a step stands when the workflow is drawn from top to bottom. */
export interface StepPlace {
  readonly step_id: number
  /** How many steps the longest way to it has; 0 for those at the beginning. */
  readonly layer: number
  /** Place within its layer, from 0. */
  readonly column: number
}

/** What leads to each step, by positions: connections that are no way back, and options that jump. */
function sourcesOf({ steps, connections }: CompiledWorkflow): readonly (readonly number[])[] {
  return steps.map(({ incoming, jumpSources }) => [
    ...incoming.map(index => connections[index]?.source ?? 0),
    ...jumpSources,
  ])
}

/**
 * Lays the steps out in layers, each below all that leads to it, and in a layer in the order of what leads there, so that few ways
 * cross. It takes time in proportion to steps and connections, and gives the same for the same workflow.
 */
export function layersOf(workflow: CompiledWorkflow): readonly StepPlace[] {
  const { steps, rank } = workflow
  const sources = sourcesOf(workflow)
  const layer = steps.map(() => 0)
  const alongTheWay = steps.toSorted((one, other) => (rank[one.index] ?? 0) - (rank[other.index] ?? 0))
  for (const { index } of alongTheWay)
    for (const source of sources[index] ?? [])
      // A jump may run against the order: it pulls nothing down.
      if ((rank[source] ?? 0) < (rank[index] ?? 0)) layer[index] = Math.max(layer[index] ?? 0, (layer[source] ?? 0) + 1)
  const rows: number[][] = []
  for (const { index } of alongTheWay) (rows[layer[index] ?? 0] ??= []).push(index)
  const column = steps.map(() => 0)
  const middle = (index: number): number => {
    const above = (sources[index] ?? []).filter(source => (layer[source] ?? 0) < (layer[index] ?? 0))
    return above.length === 0 ? 0 : above.reduce((sum, source) => sum + (column[source] ?? 0), 0) / above.length
  }
  for (const row of rows) {
    const weighed = row.map(index => ({ index, middle: middle(index) }))
    const ordered = weighed.toSorted((one, other) => one.middle - other.middle || one.index - other.index)
    for (const [place, { index }] of ordered.entries()) column[index] = place
  }
  return steps.map(({ id, index }) => ({ step_id: id, layer: layer[index] ?? 0, column: column[index] ?? 0 }))
}
