import type { OfflineRequest } from './offline/queued-command.ts'
import type { JsonObject, JsonValue } from '../workflows/definition.ts'

/** What a request calls differently than the engine. */
const named: Readonly<Record<string, string>> = { option_id: 'decision_option_id', outcome_id: 'selected_outcome_id' }

/** What the history shows of a command: what was stated beside its type and step. */
export function actionDataOf(request: OfflineRequest): JsonObject {
  const { type: _type, ...fields } = request
  const stated = Object.entries(fields as Record<string, JsonValue | undefined>).filter(
    (field): field is [string, JsonValue] =>
      field[1] !== undefined && field[1] !== null && field[0] !== 'step_id' && field[0] !== 'takes_back',
  )
  return Object.fromEntries(stated.map(([name, value]) => [named[name] ?? name, value]))
}
