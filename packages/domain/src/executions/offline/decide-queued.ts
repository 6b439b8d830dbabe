import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import type { Command } from '../command.ts'
import { decide, type Decision } from '../decide.ts'
import type { CommandRecord } from '../event.ts'
import type { ExecutionState } from '../state.ts'
import type { QueuedCommand } from './queued-command.ts'

/** What a queued command is decided on. */
export interface Ground {
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  /** The command that `state.undo_head` names; asked for by undo alone. */
  readonly last: CommandRecord | null
  /** The number under which a queued command was applied; null: it was not. */
  readonly sequenceOf: (key: string) => number | null
  /** The moment by the server's clock: nothing happens later than that. */
  readonly now: number
  readonly actor_id: number | null
}

/** The latest moment that the state tells of: what comes after it in order does not come before it in time. */
export function latestMoment({ started_at, paused_at, ended_at, open, settled_at }: ExecutionState): number {
  const times = [started_at, paused_at, ended_at, ...Object.values(settled_at)]
  // A step that waits for a lag is ready at a moment that may still be to come.
  for (const { ready_at, not_before, started_at: began } of Object.values(open))
    times.push(not_before === undefined ? ready_at : null, began ?? null)
  return Math.max(...times.map(time => time ?? 0))
}

function commandOf({ at, request }: QueuedCommand, ground: Ground): Command {
  const moment = Math.min(ground.now, Math.max(latestMoment(ground.state), at))
  const context = { at: moment, actor_id: ground.actor_id }
  return request.type === 'undo' ? { type: 'undo', last: ground.last, ...context } : { ...request, ...context }
}

/**
 * What a command that was given on a device does where things stand now: decided like any other, at the moment at which it was
 * given, or as soon after what has happened since as can be. An undo takes back what it was meant for, or nothing.
 */
export function decideQueued(
  queued: QueuedCommand,
  ground: Ground,
): { readonly command: Command; readonly decision: Decision } {
  const { state, sequenceOf } = ground
  const command = commandOf(queued, ground)
  const { request } = queued
  if (request.type === 'undo') {
    const meant = 'key' in request.takes_back ? sequenceOf(request.takes_back.key) : request.takes_back.sequence
    if (meant === null || meant !== state.undo_head) {
      const detail = { type: meant === null ? 'undo_of_nothing' : 'not_the_last' } as const
      const message =
        meant === null
          ? 'What was to be taken back was not done, so there is nothing to take back.'
          : 'Something else has been done since, so this can no longer be taken back on its own.'
      return { command, decision: { ok: false, refusal: { code: 'execution.nothing_to_undo', message, detail } } }
    }
  }
  return { command, decision: decide(ground.workflow, state, command) }
}
