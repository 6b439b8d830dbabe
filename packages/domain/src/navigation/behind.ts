import { isSettled, stepAt } from '../executions/letters.ts'
import { isPassedOver } from '../executions/path.ts'
import type { CompiledStep } from '../workflows/compiled.ts'
import type { Run } from './run.ts'

/** Whether somebody has been at a step and done with it: it was completed, judged or skipped by a person, not passed over. */
export const isBehind = ({ state }: Pick<Run, 'state'>, step: CompiledStep): boolean =>
  isSettled(stepAt(state.steps, step.index)) && !isPassedOver(step, state)

/** Where the step in view stands in the list; behind the last where none is in view. */
export const placeInView = ({ workflow, state }: Pick<Run, 'workflow' | 'state'>): number =>
  workflow.compiledStep(state.current_step_id)?.index ?? workflow.steps.length

/** The steps that were done and can be looked at again: those before the one in view, the nearest first, then those after it. */
export function stepsBehind(run: Pick<Run, 'workflow' | 'state'>): readonly CompiledStep[] {
  const { workflow, state } = run
  const here = placeInView(run)
  const done = workflow.steps.filter(step => step.id !== state.current_step_id && isBehind(run, step))
  const before = done.filter(({ index }) => index < here)
  return [...before.toReversed(), ...done.slice(before.length)]
}
