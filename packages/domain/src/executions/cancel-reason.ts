import type { JsonObject } from '../workflows/definition.ts'

/** Why a run was cancelled, which its history alone keeps, newest first; null: nobody said, or it was not. */
export function cancelReason(
  history: readonly { readonly action_type: string; readonly action_data: JsonObject }[],
): string | null {
  const reason = history.find(({ action_type }) => action_type === 'cancel')?.action_data['reason']
  return typeof reason === 'string' && reason !== '' ? reason : null
}
