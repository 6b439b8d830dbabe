import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import { permissionsSql } from './workflow-permissions-sql.ts'

const utc = (column: string): RawBuilder<string> =>
  sql<string>`to_char(w.${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${sql.raw(column)}`

/** The columns of a `WorkflowSummary` of the contract, from workflow `w`, under their names there. */
export const summaryColumns = (caller: Caller): RawBuilder<unknown> => sql`
  w.id, w.name, w.description, w.status, w.is_template, w.visibility, w.created_by, ${utc('created_at')}, ${utc('updated_at')},
  w.project_id, w.theme_id, w.estimated_duration, w.time_limit, w.difficulty_level, w.has_multiple_outcomes, w.category, w.tags,
  w.default_locale, w.step_count, w.revision, w.version, w.locales, w.rating_average, w.rating_count, w.comment_count, w.copy_count,
  (select k.total_executions from workflow_statistics k where k.workflow_id = w.id) as execution_count, w.copied_from, ${permissionsSql(caller)} as permissions`
