import type { ExecutionOrder } from '@hidesync/contract/executions/execution-filters'
import type { ExecutionStatus } from '@hidesync/domain/executions/state'
import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import { readableRuns } from './readable-runs-sql.ts'

/** What runs are narrowed down by; all of it has to hold. Times are included. */
export interface ExecutionFilter {
  readonly workshop_id?: number
  /** Who asks, where no workshop is named: for the runs of all of theirs. */
  readonly readable_by?: Caller
  readonly statuses?: readonly ExecutionStatus[] | undefined
  readonly search?: string | undefined
  readonly started_by?: number | undefined
  readonly workflow_id?: number | undefined
  readonly project_id?: number | undefined
  readonly outcome_id?: number | undefined
  readonly started_after?: string | undefined
  readonly started_before?: string | undefined
  readonly completed_after?: string | undefined
  readonly completed_before?: string | undefined
}

export interface ExecutionPage {
  readonly limit: number
  readonly offset: number
  readonly order_by?: ExecutionOrder
  readonly order?: 'asc' | 'desc'
}

export interface ExecutionListRow {
  readonly id: number
  readonly workflow_id: number
  readonly workflow_name: string
  readonly status: ExecutionStatus
  readonly started_by: number
  readonly started_by_name: string | null
  readonly started_at: Date
  readonly completed_at: Date | null
  readonly updated_at: Date
  readonly project_id: number | null
  readonly quantity: number
  readonly selected_outcome_id: number | null
  readonly total_duration: number | null
  readonly current_step_id: number | null
  readonly current_step_name: string | null
  readonly progress_percentage: number
  readonly completed_steps: number
  readonly total_steps: number
}

/** With what its workflow was written in, and what that was translated into. */
export interface LocalisableRun extends ExecutionListRow {
  readonly default_locale: string
  readonly locales: readonly string[]
}

/** The text as a pattern that finds it anywhere. */
const anywhere = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** Every word has to stand in the name of what is run, or in that of the step in view; case and accents do not matter. */
const mentions = (search: string): readonly RawBuilder<boolean>[] =>
  search
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => {
      const pattern = sql`fold_text(${anywhere(word)}::text)`
      return sql<boolean>`(fold_text(coalesce(e.current_step_name, '')) like ${pattern}
        or e.revision_id in (select n.id from workflow_revisions n where fold_text(n.name) like ${pattern}))`
    })

const conditions = (filter: ExecutionFilter): readonly RawBuilder<boolean>[] => {
  const { workshop_id, readable_by, statuses, search = '', started_by, workflow_id, project_id, outcome_id } = filter
  const { started_after, started_before, completed_after, completed_before } = filter
  const asked: (RawBuilder<boolean> | false)[] = [
    readable_by !== undefined && readableRuns(readable_by),
    workshop_id !== undefined && sql<boolean>`e.workshop_id = ${workshop_id}`,
    statuses !== undefined && sql<boolean>`e.status = any(${[...statuses]}::text[])`,
    started_by !== undefined && sql<boolean>`e.started_by = ${started_by}`,
    workflow_id !== undefined && sql<boolean>`e.workflow_id = ${workflow_id}`,
    project_id !== undefined && sql<boolean>`e.project_id = ${project_id}`,
    outcome_id !== undefined && sql<boolean>`e.selected_outcome_id = ${outcome_id}`,
    started_after !== undefined && sql<boolean>`e.started_at >= ${started_after}::timestamptz`,
    started_before !== undefined && sql<boolean>`e.started_at <= ${started_before}::timestamptz`,
    completed_after !== undefined && sql<boolean>`e.completed_at >= ${completed_after}::timestamptz`,
    completed_before !== undefined && sql<boolean>`e.completed_at <= ${completed_before}::timestamptz`,
    ...mentions(search),
  ]
  return asked.filter(one => one !== false)
}

const where = (filter: ExecutionFilter): RawBuilder<unknown> => {
  const all = conditions(filter)
  return all.length === 0 ? sql`` : sql`where ${sql.join(all, sql` and `)}`
}

/** The executions that match, the last used first unless asked otherwise; those without a time of that kind come last. */
export async function listExecutions(
  db: Database,
  filter: ExecutionFilter,
  { limit, offset, order_by = 'updated_at', order = 'desc' }: ExecutionPage,
): Promise<LocalisableRun[]> {
  const direction = sql.raw(order)
  const { rows } = await sql<LocalisableRun>`
    select e.id, e.workflow_id, r.name as workflow_name, e.status, e.started_by, u.display_name as started_by_name,
      e.started_at, e.completed_at, e.updated_at, e.project_id, e.quantity, e.selected_outcome_id, e.total_duration,
      e.current_step_id, e.current_step_name, e.progress_percentage, e.completed_steps, e.total_steps,
      w.default_locale, w.locales
    from workflow_executions e
      join workflow_revisions r on r.id = e.revision_id
      join workflows w on w.id = e.workflow_id
      left join users u on u.id = e.started_by
    ${where(filter)}
    order by e.${sql.ref(order_by)} ${direction} ${order_by === 'completed_at' ? sql`nulls last` : sql``}, e.id ${direction}
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export async function countExecutions(db: Database, filter: ExecutionFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from workflow_executions e ${where(filter)}`.execute(db)
  return rows[0]?.count ?? 0
}
