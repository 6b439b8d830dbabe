import { expectation } from '../executions/ahead/expectation.ts'
import { isSettled, stepAt } from '../executions/letters.ts'
import type { ExecutionState } from '../executions/state.ts'
import type { Run } from './run.ts'

/** Ids of the steps that were over before and are expected to be done once more: what a way back asks for. In the order of doing. */
export function toDoAgain(before: ExecutionState, run: Run): number[] {
  const { workflow, state } = run
  const isReopened = (index: number) => isSettled(stepAt(before.steps, index)) && !isSettled(stepAt(state.steps, index))
  if (state.status !== 'active' || !workflow.steps.some(({ index }) => isReopened(index))) return []
  return [...new Set(expectation(run).steps)].filter(isReopened).flatMap(index => workflow.steps[index]?.id ?? [])
}
