import type { Client } from '@hidesync/contract/client'
import type { Meanwhile } from './attention.ts'
import type { PackedRun } from './packed-run.ts'

/**
 * What somebody else, or another device, did last: `before` is the run as this device knew it, `after` as it is now. Null: the
 * history does not tell.
 */
export async function whatCameBetween(client: Client, before: PackedRun, after: PackedRun): Promise<Meanwhile | null> {
  const entries = await client.executions.history({ params: { id: before.id } })
  const own = new Set(Object.values(after.play.applied))
  const other = entries
    .filter(({ sequence }) => sequence > before.answer.version && !own.has(sequence))
    .toSorted((one, two) => two.sequence - one.sequence)[0]
  if (other === undefined) return null
  const { action_type, actor_name, step_name, timestamp } = other
  return { action_type, actor_name, step_name, timestamp }
}
