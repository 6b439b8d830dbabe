import type { CallOptions, Client } from '@hidesync/contract/client'
import type { CommandRequest } from '@hidesync/domain/executions/command'
import type { Execution } from '../execution.ts'

/** What a person asks for in the player: the engine's commands, but for those that only the server or the start gives. */
export type Ask =
  | Extract<
      CommandRequest,
      { type: 'navigate' | 'complete' | 'decide' | 'skip' | 'fail' | 'pause' | 'resume' | 'cancel' | 'note' }
    >
  | { readonly type: 'undo' }

/** Sends it; answers with the execution as it is afterwards. */
export function sendCommand(
  client: Client['executions'],
  id: number,
  ask: Ask,
  options: CallOptions,
): Promise<Execution> {
  const params = { id }
  switch (ask.type) {
    case 'complete': {
      const { type: _, step_id, ...body } = ask
      return client.complete({ params: { id, step_id }, body }, options)
    }
    case 'decide': {
      const { step_id, option_id, notes } = ask
      const body = { decision_option_id: option_id, ...(notes ? { notes } : {}) }
      return client.decide({ params: { id, step_id }, body }, options)
    }
    case 'skip':
    case 'fail':
      return client[ask.type]({ params: { id, step_id: ask.step_id }, body: { reason: ask.reason ?? null } }, options)
    case 'note':
      return client.note({ params: { id, step_id: ask.step_id }, body: { text: ask.text } }, options)
    case 'navigate': {
      const { type: _, ...body } = ask
      return client.navigate({ params, body }, options)
    }
    case 'cancel':
      return client.cancel({ params, body: { reason: ask.reason ?? null } }, options)
    case 'undo':
    case 'pause':
    case 'resume':
      return client[ask.type]({ params }, options)
  }
}
