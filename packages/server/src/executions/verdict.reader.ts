import type { SyncVerdict } from '@hidesync/contract/executions/offline.schemas'
import type { Database } from '../database/database.ts'
import type { IdempotencyRequest } from '../http/idempotency.ts'

/** What became of a queued command; null: it has not been heard of. */
export async function readVerdict(
  db: Database,
  { user_id, route, key }: Omit<IdempotencyRequest, 'fingerprint'>,
): Promise<Omit<SyncVerdict, 'key'> | null> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select('body')
    .where('user_id', '=', user_id)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.body) as Omit<SyncVerdict, 'key'>)
}
