import type { CompiledLoop, CompiledWorkflow } from '../workflows/compiled.ts'

type Neighbours = (step: number) => readonly number[]

/** All steps that the neighbours lead to from one, itself included. */
function collect(from: number, neighbours: Neighbours): Set<number> {
  const seen = new Set([from])
  const queue = [from]
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const other of neighbours(next))
      if (!seen.has(other)) {
        seen.add(other)
        queue.push(other)
      }
  return seen
}

/** Where the step's connections and jumps lead. */
export const stepsAfter = ({ steps, connections }: CompiledWorkflow, index: number): readonly number[] => {
  const step = steps[index]
  if (step === undefined) return []
  return [...step.outgoing.map(connection => connections[connection]?.target ?? index), ...step.jumpTargets]
}

/** Where connections and jumps to the step come from. */
export const stepsBefore = ({ steps, connections }: CompiledWorkflow, index: number): readonly number[] => {
  const step = steps[index]
  if (step === undefined) return []
  return [...step.incoming.map(connection => connections[connection]?.source ?? index), ...step.jumpSources]
}

/**
 * The steps that the loop's return resets, in compiled order: its target and every step on a way from it back to its source,
 * along connections and jumps. Looks only at what lies between the two where the order of the steps tells it.
 */
export function loopBody(workflow: CompiledWorkflow, { source, target }: CompiledLoop): readonly number[] {
  const { rank, hasJumps } = workflow
  const last = hasJumps ? Infinity : (rank[source] ?? Infinity)
  const between = (step: number) => (rank[step] ?? 0) <= last
  const after = collect(target, step => stepsAfter(workflow, step).filter(between))
  const before = collect(source, step => stepsBefore(workflow, step).filter(one => after.has(one)))
  return [...before].filter(step => after.has(step)).toSorted((one, other) => one - other)
}
