import { pathOf, type PathReason } from '../../executions/path.ts'
import type { ExecutionState } from '../../executions/state.ts'
import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import type { Unreachable, UnreachableCode } from './path.ts'

const because = (code: UnreachableCode, message: string): Unreachable => ({
  code,
  message,
  step_id: null,
  taken_step_ids: [],
})

const nameOf = ({ definition }: CompiledWorkflow, outcome: number | null) =>
  definition.outcomes.find(({ id }) => id === outcome)?.name ?? ''

/** Why all steps that reach the outcome are ruled out already; null: they are not, or there is none. */
function ruledOut(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  { outcome, at }: { readonly outcome: number; readonly at: number },
): Unreachable | null {
  const path = pathOf(workflow, state, at)
  const steps = path.filter((_, index) => workflow.steps[index]?.outcome_id === outcome)
  const isClosed = steps.every(({ status }) => status === 'dead' || status === 'failed' || status === 'skipped')
  if (steps.length === 0 || !isClosed) return null
  const reasons = steps.flatMap(({ reason }): PathReason[] => (reason === null ? [] : [reason]))
  const way = reasons.find(reason => reason.code === 'other_way')
  const step = (id: number) => `“${workflow.step(id)?.name ?? id}”`
  const name = `“${nameOf(workflow, outcome)}”`
  if (way !== undefined)
    return {
      code: 'ruled_out',
      message:
        way.taken_step_ids.length === 0
          ? `${name} can’t be reached any more: ${step(way.step_id)} led elsewhere. Undo back to it to choose again.`
          : `${name} can’t be reached any more: ${step(way.step_id)} led to ${way.taken_step_ids.map(step).join(' and ')}. Undo back to it to choose again.`,
      step_id: way.step_id,
      taken_step_ids: way.taken_step_ids,
    }
  const failed = reasons.find(reason => reason.code === 'failed')
  const message = `${name} can’t be reached any more: ${failed === undefined ? 'its step was skipped' : `${step(failed.step_id)} failed`}. Undo back to it to go another way.`
  return { code: 'ruled_out', message, step_id: failed?.step_id ?? null, taken_step_ids: [] }
}

/** Why there is no path, as far as the state tells. `exact`: everything was looked at. */
export function whyUnreachable(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  asked: { readonly outcome: number | null; readonly at: number; readonly exact: boolean },
): Unreachable {
  const { outcome, at, exact } = asked
  const name = outcome === null ? 'an end' : `“${nameOf(workflow, outcome)}”`
  if (outcome !== null) {
    if (!workflow.outcomeIds.has(outcome))
      return because('unknown_outcome', `This workflow has no outcome ${outcome}. Ask for one of its own.`)
    if (state.reached_outcome_id !== null && state.reached_outcome_id !== outcome)
      return because(
        'other_outcome_reached',
        `“${nameOf(workflow, state.reached_outcome_id)}” has been reached, and the first outcome counts. Undo back to before it for another one.`,
      )
    const reason = ruledOut(workflow, state, { outcome, at })
    if (reason !== null) return reason
  }
  return exact
    ? because(
        'no_way',
        `Nothing that can still be chosen leads to ${name}, as long as every check passes and no step fails.`,
      )
    : because(
        'not_found',
        `No way to ${name} was found among the combinations of choices looked at; there are too many to look at all.`,
      )
}
