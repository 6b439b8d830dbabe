import type { CallOptions, Client } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { CommandRequest } from '@hidesync/domain/executions/command'

/** The commands that a player gives: all but those of the start, of jobs, of timers and of planning. */
export type PlayCommand =
  | Exclude<
      CommandRequest,
      { readonly type: 'start' | 'undo' | 'time_out' | 'set_variables' | 'select_outcome' | `${string}_timer` }
    >
  | { readonly type: 'undo' }

/** Sends one command through its endpoint. */
export function sendCommand(
  { executions }: Client,
  id: number,
  command: PlayCommand,
  options: CallOptions,
): Promise<Execution> {
  switch (command.type) {
    case 'complete': {
      const { step_id, notes, data, override } = command
      const body = { ...(notes && { notes }), ...(data && { data }), ...(override && { override }) }
      return executions.complete({ params: { id, step_id }, body }, options)
    }
    case 'decide': {
      const body = { decision_option_id: command.option_id }
      return executions.decide({ params: { id, step_id: command.step_id }, body }, options)
    }
    case 'skip':
    case 'fail': {
      const body = { reason: command.reason ?? null }
      return executions[command.type]({ params: { id, step_id: command.step_id }, body }, options)
    }
    case 'note':
      return executions.note({ params: { id, step_id: command.step_id }, body: { text: command.text } }, options)
    case 'navigate': {
      const { step_id, skip, override } = command
      const body = { step_id, ...(skip && { skip }), ...(override && { override }) }
      return executions.navigate({ params: { id }, body }, options)
    }
    case 'cancel':
      return executions.cancel({ params: { id }, body: { reason: command.reason ?? null } }, options)
    case 'undo':
    case 'pause':
    case 'resume':
      return executions[command.type]({ params: { id } }, options)
  }
}
