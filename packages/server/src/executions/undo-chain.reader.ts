import type { CommandRecord } from '@hidesync/domain/executions/event'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/**
 * What undo can take back of an execution whose next is `head`, one command after another, the oldest first; the last so many. The
 * history only grows, so that this suits the state that `head` is from, whatever has happened since.
 */
export async function readUndoChain(
  db: Database,
  execution_id: number,
  { head, most }: { readonly head: number | null; readonly most: number },
): Promise<CommandRecord[]> {
  if (head === null) return []
  const { rows } = await sql<CommandRecord>`
    with recursive chain as (
      select h.sequence, h.action_type, h.step_id, h.undo_previous, h.events, 1 as place
      from workflow_navigation_history h where h.execution_id = ${execution_id} and h.sequence = ${head}::int
      union all
      select h.sequence, h.action_type, h.step_id, h.undo_previous, h.events, c.place + 1
      from workflow_navigation_history h join chain c on h.sequence = c.undo_previous
      where h.execution_id = ${execution_id} and c.place < ${most})
    select sequence, action_type as type, step_id, undo_previous, events from chain order by sequence`.execute(db)
  return rows
}
