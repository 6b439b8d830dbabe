import type { ExecutionState } from './state.ts'
import type { StepPass } from './step-row-changes.ts'

/** The pass that a step is in: a loop that resets it opens the next one. */
export const passOf = ({ iterations }: ExecutionState, step_id: number): StepPass => ({
  step_id,
  iteration: iterations[String(step_id)] ?? 1,
})

/** What is said of a step holds for this pass of it, and for no other. */
export const isSamePass = (one: StepPass | null, other: StepPass | null): boolean =>
  one?.step_id === other?.step_id && one?.iteration === other?.iteration
