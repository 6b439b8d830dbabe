import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { isSettled, stepAt } from './letters.ts'
import type { ExecutionState } from './state.ts'

/** A step that is open or was worked on takes notes; what was never begun has no record to write in. */
export const takesNotes = ({ open, steps }: ExecutionState, { id, index }: CompiledStep): boolean =>
  Object.hasOwn(open, String(id)) || isSettled(stepAt(steps, index))

/** Where a note about a step is written: on the step itself, else on the one in view, else on the last that takes notes. */
export function noteStep(workflow: CompiledWorkflow, state: ExecutionState, about: number | null): number | null {
  const wanted = [about, state.current_step_id].map(id => workflow.compiledStep(id))
  const found = [...wanted, ...workflow.steps.toReversed()].find(step => step !== undefined && takesNotes(state, step))
  return found?.id ?? null
}
