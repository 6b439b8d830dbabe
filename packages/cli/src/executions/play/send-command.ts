import type { CallOptions, Client } from '@hidesync/contract/client'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { CommandRequest } from '@hidesync/domain/executions/command'

type Of<T extends CommandRequest['type']> = Extract<CommandRequest, { readonly type: T }>
type TimerCommand = Of<'start_timer' | 'pause_timer' | 'resume_timer' | 'extend_timer' | 'stop_timer'>
/** The commands that a player gives: all but those of the start and of jobs. */
export type PlayCommand = Exclude<CommandRequest, { readonly type: 'start' | 'time_out' }>

const isOfTimer = (command: PlayCommand): command is TimerCommand => command.type.endsWith('_timer')

export const isPlayCommand = (command: CommandRequest): command is PlayCommand =>
  command.type !== 'start' && command.type !== 'time_out'

function sendTimer({ timers }: Client, id: number, command: TimerCommand, options: CallOptions): Promise<Execution> {
  const { timer_id } = command
  const params = { id, timer_id }
  switch (command.type) {
    case 'start_timer': {
      const { minutes, label, step_id } = command
      const body = { timer_id, minutes, label: label ?? null, step_id: step_id ?? null }
      return timers.start({ params: { id }, body }, options)
    }
    case 'extend_timer':
      return timers.extend({ params, body: { minutes: command.minutes } }, options)
    case 'pause_timer':
      return timers.pause({ params }, options)
    case 'resume_timer':
      return timers.resume({ params }, options)
    case 'stop_timer':
      return timers.stop({ params }, options)
  }
}

/** Sends one command through its endpoint. */
export function sendCommand(
  client: Client,
  id: number,
  command: PlayCommand,
  options: CallOptions,
): Promise<Execution> {
  const { executions } = client
  if (isOfTimer(command)) return sendTimer(client, id, command, options)
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
    case 'set_variables':
      return executions.setVariables({ params: { id }, body: { variables: command.variables } }, options)
    case 'select_outcome': {
      const body = { selected_outcome_id: command.outcome_id }
      return executions.selectOutcome({ params: { id }, body }, options)
    }
    case 'undo':
    case 'pause':
    case 'resume':
      return executions[command.type]({ params: { id } }, options)
  }
}
