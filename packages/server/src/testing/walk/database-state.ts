import { sql } from 'kysely'
import type { Database } from '../../database/database.ts'

/** Small tables, compared row by row. */
const whole = [
  'workflow_shares',
  'workflow_links',
  'workflow_ratings',
  'workflow_comments',
  'workflow_proposals',
  'workflow_revisions',
  'workflow_copies',
  'workflow_themes',
  'workflow_translations',
  'workflow_executions',
  'workflow_execution_questions',
  'workflow_step_photos',
  'workflow_execution_presence',
  'projects',
  'enum_value_workflow_status',
  'enum_value_texts',
] as const

/**
 * What the routes of the walk could change, in one line of text: two that are equal say that nothing was written between
 * them. Graphs are known by the versions of their workflows, and every change tells the outbox.
 */
export async function databaseState(db: Database): Promise<string> {
  const parts = whole.map(
    table => sql`(select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from ${sql.table(table)} t)`,
  )
  const { rows } = await sql<{ state: string }>`select concat_ws(' ',
    (select concat_ws(' ', count(*), sum(version), count(deleted_at)) from workflows),
    (select count(*) from outbox), ${sql.join(parts)}) as state`.execute(db)
  return rows[0]?.state ?? ''
}
