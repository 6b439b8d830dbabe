import { bringIntoView } from './bring-into-view.ts'
import { refuse, type Deciding, type Handled, type Of } from './deciding.ts'
import type { StatusDetails } from './event.ts'
import { finishIfDone } from './finish.ts'
import { takesNotes } from './note-step.ts'
import { notReady, outcomeNotFound, stepNotFound } from './refusals.ts'
import type { ExecutionStatus } from './state.ts'

const done: Handled = { undoable: false }

/** Opens the initial steps; the first by display order is active and in view. */
export function start(context: Deciding, command: Of<'start'>): Handled {
  const { draft, flow, workflow, at } = context
  if (workflow.steps.length === 0)
    return refuse({
      code: 'workflow.no_steps',
      message: 'This workflow has no steps yet, so there is nothing to start.',
      detail: { type: 'no_steps' },
    })
  const outcome = command.selected_outcome_id ?? null
  if (outcome !== null && !workflow.outcomeIds.has(outcome)) return refuse(outcomeNotFound(outcome))
  draft.emit({ type: 'started', at })
  flow.setVariables(command.variables ?? {})
  flow.changeOutcome('selected', outcome)
  flow.begin()
  finishIfDone(context)
  bringIntoView(context, null)
  return done
}

interface Change {
  readonly to: ExecutionStatus
  readonly after: StatusDetails
  readonly reason?: string | null
}

function change({ draft, at }: Deciding, { to, after, reason }: Change): Handled {
  const { status, ended_at, paused_at, paused_total, granted_after, failure_reason } = draft.now
  const all = { ended_at, paused_at, paused_total, granted_after, failure_reason }
  const before = Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(after, name))) as StatusDetails
  draft.emit({ type: 'status_changed', from: status, to, at, ...(reason ? { reason } : {}), before, after })
  return done
}

export const pause = (context: Deciding, { reason, at }: Of<'pause'>): Handled =>
  change(context, { to: 'paused', after: { paused_at: at }, reason: reason ?? null })

/** Time paused, or out of time, does not count. What timed out is granted its whole limit again, or it would time out at once. */
export function resume(context: Deciding): Handled {
  const { started_at, paused_at, ended_at, paused_total } = context.draft.now
  const stopped = paused_at ?? ended_at ?? context.at
  const total = paused_total + Math.max(0, context.at - stopped)
  const granted_after = Math.max(0, context.at - (started_at ?? context.at) - total)
  return change(context, {
    to: 'active',
    after:
      paused_at === null
        ? { ended_at: null, paused_total: total, granted_after }
        : { paused_at: null, paused_total: total },
  })
}

export function cancel(context: Deciding, { reason, at }: Of<'cancel'>): Handled {
  const { paused_at, paused_total } = context.draft.now
  const pauseOver =
    paused_at === null ? {} : { paused_at: null, paused_total: paused_total + Math.max(0, at - paused_at) }
  return change(context, { to: 'cancelled', after: { ended_at: at, ...pauseOver }, reason: reason ?? null })
}

export const timeOut = (context: Deciding): Handled =>
  change(context, { to: 'timeout', after: { ended_at: context.at } })

export function setVariables({ flow }: Deciding, { variables }: Of<'set_variables'>): Handled {
  flow.setVariables(variables)
  return done
}

export function selectOutcome({ flow, workflow }: Deciding, { outcome_id }: Of<'select_outcome'>): Handled {
  if (outcome_id !== null && !workflow.outcomeIds.has(outcome_id)) return refuse(outcomeNotFound(outcome_id))
  flow.changeOutcome('selected', outcome_id)
  return done
}

/** A line for the notes of a step. */
export function note({ draft, workflow, state }: Deciding, { step_id, text }: Of<'note'>): Handled {
  const step = workflow.compiledStep(step_id)
  if (step === undefined) return refuse(stepNotFound(step_id))
  if (!takesNotes(state, step)) return refuse(notReady(draft, step))
  draft.emit({ type: 'note_added', step_id, iteration: draft.iteration(step.index), text })
  return done
}
