import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'

/** Steps as bits of a number, by their positions: sets of thousands of them can be kept for each of thousands. */
export type Steps = bigint

export const bit = (index: number): Steps => 1n << BigInt(index)
export const has = (steps: Steps, index: number): boolean => (steps & bit(index)) !== 0n
export const anyOf = (sets: readonly Steps[]): Steps => sets.reduce((all, one) => all | one, 0n)
export const allOf = ([first = 0n, ...others]: readonly Steps[]): Steps => others.reduce((all, one) => all & one, first)

/** Something for each step, the latest first, from what there is for those that come after it. */
export function backwards(
  { steps, rank }: CompiledWorkflow,
  at: (step: CompiledStep, after: (index: number) => Steps) => Steps,
): (index: number) => Steps {
  const found: Steps[] = []
  const after = (index: number): Steps => found[index] ?? 0n
  const latestFirst = steps.toSorted((one, other) => (rank[other.index] ?? 0) - (rank[one.index] ?? 0))
  for (const step of latestFirst) found[step.index] = bit(step.index) | at(step, after)
  return after
}

/** Where a run can come from a step without a way back. */
export const onwardFrom = (workflow: CompiledWorkflow) =>
  backwards(workflow, (step, after) => {
    const jumps = step.options.flatMap(({ way }) => (way.type === 'jump' ? after(way.target) : []))
    return anyOf([...step.outgoing.map(way => after(workflow.connections[way]?.target ?? -1)), ...jumps])
  })
