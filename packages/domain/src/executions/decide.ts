import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { Command } from './command.ts'
import type { CommandType } from './command-type.ts'
import { deciding, type Deciding, type Handled } from './deciding.ts'
import type { ExecutionEvent } from './event.ts'
import { navigate } from './navigate.ts'
import type { Refusal } from './refusal.ts'
import { statusRefusal } from './refusals.ts'
import * as status from './run-status.ts'
import { complete, decideOption, fail, skip } from './settle-step.ts'
import type { ExecutionState } from './state.ts'
import * as timers from './timer-commands.ts'
import { undo } from './undo.ts'

export type Decision =
  | {
      readonly ok: true
      /** What happened, for `evolveAll` and for the history. */
      readonly events: readonly ExecutionEvent[]
      /** Whether undo can take it back: then it is the new head of the chain, numbered `state.sequence + 1`. */
      readonly undoable: boolean
      /** Ids of the steps that a jump passed over. */
      readonly skipped_steps: readonly number[]
      readonly undone?: { readonly type: CommandType; readonly step_id: number | null }
    }
  | { readonly ok: false; readonly refusal: Refusal }

function handle(context: Deciding, command: Command): Handled {
  switch (command.type) {
    case 'start':
      return status.start(context, command)
    case 'navigate':
      return navigate(context, command)
    case 'complete':
      return complete(context, command)
    case 'decide':
      return decideOption(context, command)
    case 'skip':
      return skip(context, command)
    case 'fail':
      return fail(context, command)
    case 'undo':
      return undo(context, command)
    case 'pause':
      return status.pause(context, command)
    case 'resume':
      return status.resume(context)
    case 'cancel':
      return status.cancel(context, command)
    case 'time_out':
      return status.timeOut(context)
    case 'set_variables':
      return status.setVariables(context, command)
    case 'select_outcome':
      return status.selectOutcome(context, command)
    case 'note':
      return status.note(context, command)
    case 'start_timer':
      return timers.startTimer(context, command)
    case 'pause_timer':
      return timers.pauseTimer(context, command)
    case 'resume_timer':
      return timers.resumeTimer(context, command)
    case 'extend_timer':
      return timers.extendTimer(context, command)
    case 'stop_timer':
      return timers.stopTimer(context, command)
  }
}

/**
 * What a command does to an execution: the events to store and to apply with `evolveAll`, or why it is refused and what would be
 * allowed. Pure: the same command on the same state gives the same answer. Costs what the command touches.
 */
export function decide(workflow: CompiledWorkflow, state: ExecutionState, command: Command): Decision {
  const refusal = statusRefusal(state, command)
  if (refusal !== null) return { ok: false, refusal }
  const context = deciding(workflow, state, command)
  const handled = handle(context, command)
  if ('refusal' in handled) return { ok: false, refusal: handled.refusal }
  const { undoable, skipped_steps = [], undone } = handled
  if (undoable) context.draft.emit({ type: 'undo_head_changed', from: state.undo_head, to: state.sequence + 1 })
  return {
    ok: true,
    events: context.draft.events,
    undoable,
    skipped_steps,
    ...(undone === undefined ? {} : { undone }),
  }
}
