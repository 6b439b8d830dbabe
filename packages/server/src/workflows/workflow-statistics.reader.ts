import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { visibleTo } from './workflow-permissions-sql.ts'

/** Statistics of one workflow as JSON text, from counts that are kept; null where to the caller there is none. */
export async function readStatistics(db: Database, caller: Caller, id: number): Promise<string | null> {
  const { rows } = await sql<{ json: string }>`
    select json_build_object(
      'workflow_id', w.id,
      'total_executions', k.total_executions,
      'completed_executions', k.completed_executions,
      'average_completion_time', k.completion_milliseconds / 60000.0 / nullif(k.completed_executions, 0)::float8,
      'success_rate', k.completed_executions * 100.0 / nullif(k.ended_executions, 0)::float8,
      'most_common_outcome', reached.outcomes->0->'name',
      'outcomes', reached.outcomes
    )::text as json
    from workflows w
    join workflow_statistics k on k.workflow_id = w.id
    cross join lateral (
      select coalesce(json_agg(json_build_object('outcome_id', o.id, 'name', o.name, 'completed_executions', c.completed_executions)
        order by c.completed_executions desc, o.display_order, o.id), '[]') as outcomes
      from workflow_outcome_statistics c join workflow_outcomes o on o.id = c.outcome_id
      where c.workflow_id = w.id and c.completed_executions > 0) reached
    where w.id = ${id} and w.deleted_at is null and ${visibleTo(caller)}`.execute(db)
  return rows[0]?.json ?? null
}
