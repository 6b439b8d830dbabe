import type { SharePermission } from '@hidesync/domain/identity/permissions'
import type { JsonObject, Visibility, WorkflowStatus } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** An event in its place. */
export interface EventRow {
  readonly position: number
  readonly event_id: string
  readonly type: string
  readonly subject: string | null
  readonly created_at: Date
  readonly workshop_id: number | null
  readonly workflow_id: number | null
  readonly execution_id: number | null
  readonly data: JsonObject
}

/** For whom a workflow's news is: what the domain's rights hang on. */
export interface Audience {
  readonly created_by: number
  readonly visibility: Visibility
  readonly status: WorkflowStatus
  readonly shares: readonly {
    readonly user_id: number | null
    readonly workshop_id: number | null
    readonly permission: SharePermission
  }[]
}

export interface EventWindow {
  readonly after: number
  /** The last place looked at; null: whatever there is. */
  readonly until: number | null
  readonly limit: number
  readonly types: readonly string[] | null
  readonly execution_id: number | null
}

/** Events in their order, with the present name of who caused them. */
export async function readEvents(db: Database, window: EventWindow): Promise<readonly EventRow[]> {
  const { after, until, limit, types, execution_id } = window
  const { rows } = await sql<EventRow>`
    select o.position, o.event_id, o.type, o.subject, o.created_at, o.workshop_id, o.workflow_id, o.execution_id,
      case when u.id is null then o.data else o.data || jsonb_build_object('user_name', u.display_name) end as data
    from outbox o left join users u on u.id = (o.data->>'user_id')::bigint
    where o.position > ${after}
      ${until === null ? sql`` : sql`and o.position <= ${until}`}
      ${types === null ? sql`` : sql`and o.type = any(${types}::text[])`}
      ${execution_id === null ? sql`` : sql`and o.execution_id = ${execution_id}`}
    order by o.position limit ${limit}`.execute(db)
  return rows
}

/** Of the workflows, as they are now, by their ids; those that are gone have none. */
export async function readAudiences(
  db: Database,
  workflowIds: readonly number[],
): Promise<ReadonlyMap<number, Audience>> {
  if (workflowIds.length === 0) return new Map()
  const { rows } = await sql<Audience & { readonly id: number }>`
    select w.id, w.created_by, w.visibility, w.status, coalesce((
      select json_agg(json_build_object('user_id', s.user_id, 'workshop_id', s.workshop_id, 'permission', s.permission))
      from workflow_shares s where s.workflow_id = w.id and w.visibility = 'shared'), '[]') as shares
    from workflows w where w.id = any(${workflowIds}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, ...audience }) => [id, audience]))
}

export interface EventPlace {
  readonly position: number
  readonly event_id: string
}

/** Where the event stands; null: there is none of that id. */
export async function readPlace(db: Database, event_id: string): Promise<number | null> {
  const row = await db.selectFrom('outbox').select('position').where('event_id', '=', event_id).executeTakeFirst()
  return row?.position ?? null
}

/** The last event, or the last one up to a place; null: there is none. */
export async function readLastPlace(db: Database, until: number | null): Promise<EventPlace | null> {
  const { rows } = await sql<EventPlace>`
    select position, event_id from outbox where position is not null
      ${until === null ? sql`` : sql`and position <= ${until}`}
    order by position desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The first position after that one; null: nothing comes after it. */
export async function readFirstPosition(db: Database, after: number): Promise<number | null> {
  const row = await db
    .selectFrom('outbox')
    .select(all => all.fn.min<number | null>('position').as('position'))
    .where('position', '>', after)
    .executeTakeFirst()
  return row?.position ?? null
}
