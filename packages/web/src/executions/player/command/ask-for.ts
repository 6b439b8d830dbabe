import type { CommandRequest } from '@hidesync/domain/executions/command'
import type { Ask } from '../use-commands.ts'

const given: ReadonlySet<CommandRequest['type']> = new Set<Ask['type']>([
  'navigate',
  'complete',
  'decide',
  'skip',
  'fail',
  'pause',
  'resume',
  'cancel',
  'note',
  'set_variables',
  'select_outcome',
  'start_timer',
  'pause_timer',
  'resume_timer',
  'extend_timer',
  'stop_timer',
])

const isGiven = (command: CommandRequest): command is Exclude<Ask, { readonly type: 'undo' }> => given.has(command.type)

/** A command as the player gives it; null: it is not a player's to give. */
export function askFor(command: CommandRequest): Ask | null {
  // What it takes back is known where the run is kept.
  if (command.type === 'undo') return { type: 'undo' }
  return isGiven(command) ? command : null
}
