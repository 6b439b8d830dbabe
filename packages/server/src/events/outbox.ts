import type { EventData, EventType } from '@hidesync/contract/events/events'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/** An event as a service announces it; it is delivered after commit, or never. */
export interface OutboxEvent {
  readonly type: EventType
  /** What it is about, such as `workflows/7`. */
  readonly subject: string
  readonly data: EventData
  readonly workshop_id?: number | null
  readonly workflow_id?: number | null
  readonly execution_id?: number | null
  /** Counts the changes of one execution, so that consumers see them in order. */
  readonly execution_version?: number | null
}

/** Writes the events in the transaction of what they report, in one statement, in their order. */
export async function addToOutbox(tx: Transaction, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into outbox (type, subject, workshop_id, workflow_id, execution_id, execution_version, data)
    select 'hidesync.' || (e.value->>'type'), e.value->>'subject', (e.value->>'workshop_id')::bigint,
      (e.value->>'workflow_id')::bigint, (e.value->>'execution_id')::bigint, (e.value->>'execution_version')::int,
      e.value->'data'
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as e(value, n)
    order by e.n`.execute(tx)
}
