import type { CompiledWorkflow } from '../compiled.ts'

/** The steps one after another, so that what leads to a step comes before it. */
export interface Order {
  readonly sequence: readonly number[]
  /** Where each step stands in the sequence. */
  readonly rank: Int32Array
}

/**
 * Orders the steps along connections and jumps. Jumps may close circles, connections may not: where a circle is met, the step
 * that stands first along the connections goes on.
 */
export function orderOf({ steps, connections, rank: along }: CompiledWorkflow): Order {
  const waiting = Int32Array.from(steps, step => step.incoming.length + step.jumpSources.length)
  const rank = new Int32Array(steps.length).fill(-1)
  const sequence: number[] = []
  const take = (index: number): void => {
    rank[index] = sequence.length
    sequence.push(index)
  }
  for (const { index } of steps) if (waiting[index] === 0) take(index)
  const inOrder = steps.map(step => step.index).toSorted((one, other) => (along[one] ?? 0) - (along[other] ?? 0))
  let stalled = 0
  for (let at = 0; at < steps.length; at += 1) {
    if (at === sequence.length) {
      while (rank[inOrder[stalled] ?? 0] !== -1) stalled += 1
      take(inOrder[stalled] ?? 0)
    }
    const step = steps[sequence[at] ?? 0]
    const arrive = (target: number): void => {
      waiting[target] = (waiting[target] ?? 0) - 1
      if (waiting[target] === 0 && rank[target] === -1) take(target)
    }
    for (const way of step?.outgoing ?? []) arrive(connections[way]?.target ?? 0)
    for (const target of step?.jumpTargets ?? []) arrive(target)
  }
  return { sequence, rank }
}
