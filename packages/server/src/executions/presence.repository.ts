import type { DeviceKind } from '@hidesync/contract/executions/presence.schemas'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

export interface DeviceKey {
  readonly execution_id: number
  readonly user_id: number
  readonly device_id: string
}

export interface PresenceRow {
  readonly device: DeviceKind
  readonly user_id: number
  readonly user_name: string
  readonly since: Date
}

interface Seen {
  readonly device: DeviceKind
  readonly at: Date
  /** Who was seen before does not count any more. */
  readonly after: Date
}

/** Notes that the device was seen, and reads the others that were; in one round trip. */
export async function announceDevice(
  db: Database,
  key: DeviceKey,
  { device, at, after }: Seen,
): Promise<PresenceRow[]> {
  const { execution_id, user_id, device_id } = key
  const { rows } = await sql<PresenceRow>`
    with mine as (
      insert into workflow_execution_presence as p (execution_id, user_id, device_id, device, since, seen_at)
      values (${execution_id}, ${user_id}, ${device_id}::uuid, ${device}, ${at}, ${at})
      on conflict (execution_id, user_id, device_id) do update
        set device = excluded.device, seen_at = excluded.seen_at,
          since = case when p.seen_at < ${after} then excluded.since else p.since end)
    select p.device, p.user_id, u.display_name as user_name, p.since
    from workflow_execution_presence p join users u on u.id = p.user_id
    where p.execution_id = ${execution_id} and p.seen_at >= ${after}
      and (p.user_id, p.device_id) <> (${user_id}, ${device_id}::uuid)
    order by p.since, p.user_id, p.device_id`.execute(db)
  return rows
}

export async function forgetDevice(db: Database, { execution_id, user_id, device_id }: DeviceKey): Promise<void> {
  await sql`
    delete from workflow_execution_presence
    where execution_id = ${execution_id} and user_id = ${user_id} and device_id = ${device_id}::uuid`.execute(db)
}
