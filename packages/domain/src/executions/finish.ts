import type { Deciding } from './deciding.ts'
import type { WayEnd } from './flow.ts'
import type { ExecutionState } from './state.ts'
import { stepLabel } from './wording.ts'

/** Why an execution that ended like this has failed; null: it has not. */
function failure({ draft, workflow, flow }: Deciding): string | null {
  const { reached_outcome_id, named_outcome_id } = draft.now
  if (reached_outcome_id !== null || named_outcome_id !== null) return null
  const bad = flow.ends.some(end => end.how === 'done') ? undefined : flow.ends.at(-1)
  const why = (end: WayEnd): string => {
    const step = workflow.steps[end.step]
    if (step === undefined) return ''
    return end.how === 'failed'
      ? `${stepLabel(step)} failed, and no other way was left`
      : `After ${stepLabel(step)} no condition held, so no way was left`
  }
  if (bad !== undefined) return workflow.hasOutcomeSteps ? `${why(bad)} to an outcome.` : `${why(bad)}.`
  return workflow.hasOutcomeSteps ? 'Everything is done, but none of the outcomes was reached.' : null
}

const impossible = ({ counts }: Pick<ExecutionState, 'counts'>): number => counts.failed + counts.dead

/** Ends the execution when nothing is ready, active or waiting. */
export function finishIfDone(context: Deciding): void {
  const { draft, workflow, flow, state, at } = context
  if (Object.keys(draft.now.open).length > 0) return
  const reason = failure(context)
  const { reached_outcome_id, named_outcome_id, selected_outcome_id, ended_at, failure_reason, status } = draft.now
  const { lost_steps = 0 } = draft.now
  if (reason === null)
    flow.changeOutcome(
      'selected',
      reached_outcome_id ?? named_outcome_id ?? selected_outcome_id ?? workflow.defaultOutcomeId,
    )
  const lost = reason === null ? 0 : Math.max(0, impossible(draft.now) - impossible(state))
  draft.emit({
    type: 'status_changed',
    from: status,
    to: reason === null ? 'completed' : 'failed',
    at,
    ...(reason === null ? {} : { reason }),
    before: { ended_at, failure_reason, lost_steps },
    after: { ended_at: at, failure_reason: reason, lost_steps: lost },
  })
}
