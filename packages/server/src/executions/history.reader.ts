import type { HistoryType } from '@hidesync/domain/executions/command-type'
import type { ExecutionEvent } from '@hidesync/domain/executions/event'
import { passedOver } from '@hidesync/domain/executions/passed-over'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

export interface HistoryRow {
  readonly id: number
  readonly sequence: number
  readonly step_id: number | null
  readonly action_type: HistoryType
  readonly action_data: JsonObject
  /** Steps that it came to and passed over, if there are some. */
  readonly passed_over?: number[]
  readonly actor_id: number | null
  readonly actor_name: string | null
  readonly timestamp: Date
}

/** What was done to an execution, newest first; `before` is the id of an entry. */
export async function readHistory(
  db: Database,
  execution_id: number,
  page: { readonly limit: number; readonly before: number | null },
): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow & { readonly events: readonly ExecutionEvent[] }>`
    select h.id, h.sequence, h.step_id, h.action_type, h.action_data, h.events, h.actor_id, u.display_name as actor_name,
      h."timestamp"
    from workflow_navigation_history h left join users u on u.id = h.actor_id
    where h.execution_id = ${execution_id}
      and (${page.before}::bigint is null or h.sequence < (
        select b.sequence from workflow_navigation_history b where b.id = ${page.before} and b.execution_id = ${execution_id}))
    order by h.sequence desc limit ${page.limit}`.execute(db)
  return rows.map(({ events, ...row }) => {
    const passed_over = passedOver(row.action_type, events)
    return passed_over.length === 0 ? row : { ...row, passed_over: [...passed_over] }
  })
}

/** Every event of an execution in the order in which it happened: replaying them gives its state. */
export async function readEvents(db: Database, execution_id: number): Promise<readonly (readonly ExecutionEvent[])[]> {
  const rows = await db
    .selectFrom('workflow_navigation_history')
    .select('events')
    .where('execution_id', '=', execution_id)
    .orderBy('sequence')
    .execute()
  return rows.map(row => row.events as unknown as readonly ExecutionEvent[])
}
