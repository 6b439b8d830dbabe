import type { Caller } from '@hidesync/domain/identity/permissions'
import {
  difficultyLevels,
  visibilities,
  type DifficultyLevel,
  type WorkflowStatus,
} from '@hidesync/domain/workflows/definition'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import { visibleTo, workshopsOf } from './workflow-permissions-sql.ts'
import { matches, wordsOf } from './workflow-search.ts'
import { summaryColumns } from './workflow-summary-sql.ts'

export type WorkflowOrder =
  'name' | 'created_at' | 'updated_at' | 'estimated_duration' | 'difficulty_level' | 'rating' | 'executions'

export interface WorkflowFilter {
  readonly search?: string | undefined
  readonly status?: WorkflowStatus | undefined
  readonly is_template?: boolean | undefined
  readonly difficulty_level?: DifficultyLevel | undefined
  readonly project_id?: number | undefined
  readonly category?: string | undefined
}

export interface WorkflowPageRequest {
  readonly filter: WorkflowFilter
  readonly order_by: WorkflowOrder
  readonly order_dir: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

export interface WorkflowPage {
  /** A JSON list of `WorkflowSummary`, as the database made it. */
  readonly items: string
  readonly total: number
}

/** What a list is ordered by; where something may be missing, it comes last either way. */
const orders: Record<WorkflowOrder, { readonly key: RawBuilder<unknown>; readonly nullable?: true }> = {
  name: { key: sql`lower(w.name)` },
  created_at: { key: sql`w.created_at` },
  updated_at: { key: sql`w.updated_at` },
  estimated_duration: { key: sql`w.estimated_duration`, nullable: true },
  difficulty_level: {
    key: sql`array_position(${sql.lit(`{${difficultyLevels.join(',')}}`)}::text[], w.difficulty_level)`,
    nullable: true,
  },
  // Nobody has rated anything yet: all are equal, and the newest come first or last.
  rating: { key: sql`0` },
  executions: { key: sql`(select count(*) from workflow_executions e where e.workflow_id = w.id)` },
}

/**
 * The ways in which a workflow comes to be in the caller's list. They exclude each other, and each follows an index in the
 * usual orders, so that a page reads about as many rows as it shows.
 */
function sources(caller: Caller): readonly RawBuilder<boolean>[] {
  if (caller.is_superuser) return visibilities.map(visibility => sql<boolean>`w.visibility = ${sql.lit(visibility)}`)
  const { user_id } = caller
  return [
    sql<boolean>`w.created_by = ${user_id}`,
    sql<boolean>`w.visibility = 'public' and w.created_by <> ${user_id}`,
    sql<boolean>`w.visibility = 'shared' and w.created_by <> ${user_id} and w.id = any(array(
      select s.workflow_id from workflow_shares s where s.user_id = ${user_id}
      union select s.workflow_id from workflow_shares s where s.workshop_id = any(${workshopsOf(caller)})))`,
  ]
}

function conditionsOf(filter: WorkflowFilter, loosely: boolean): readonly RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = []
  const words = wordsOf(filter.search ?? '')
  if (words.length > 0) conditions.push(matches(words, loosely))
  if (filter.status !== undefined) conditions.push(sql`w.status = ${filter.status}`)
  if (filter.is_template !== undefined) conditions.push(sql`w.is_template = ${filter.is_template}`)
  if (filter.difficulty_level !== undefined) conditions.push(sql`w.difficulty_level = ${filter.difficulty_level}`)
  if (filter.project_id !== undefined) conditions.push(sql`w.project_id = ${filter.project_id}`)
  if (filter.category !== undefined) conditions.push(sql`lower(w.category) = lower(${filter.category})`)
  return conditions
}

/** Without filters the kept counts know; what is shared with somebody is counted by the shares' index. */
function totalOf(caller: Caller, conditions: readonly RawBuilder<boolean>[]): RawBuilder<number> {
  if (conditions.length > 0)
    return sql<number>`(select count(*)::int from workflows w
      where w.deleted_at is null and ${visibleTo(caller)} and ${sql.join(conditions, sql` and `)})`
  if (caller.is_superuser) return sql<number>`(select coalesce(sum(c.count), 0)::int from workflow_counts c)`
  const shared = sources(caller)[2] ?? sql`false`
  return sql<number>`((select coalesce(sum(c.count), 0)::int from workflow_counts c where c.created_by = ${caller.user_id})
    + (select coalesce(sum(c.count), 0)::int from workflow_counts c
        where c.visibility = 'public' and c.created_by <> ${caller.user_id})
    + (select count(*)::int from workflows w where w.deleted_at is null and ${shared}))`
}

/** The statement that gives one page, whole, with its total. */
export function pageQuery(caller: Caller, request: WorkflowPageRequest, loosely = false): RawBuilder<WorkflowPage> {
  const { key, nullable } = orders[request.order_by]
  const dir = sql.raw(request.order_dir)
  const nulls = nullable ? sql` nulls last` : sql``
  const conditions = conditionsOf(request.filter, loosely)
  // Stated in the text of a first page, the usual one: a plan that is made once and kept then knows how little is asked for.
  const count = (value: number) => (request.offset === 0 ? sql.lit(value) : sql`${value}`)
  const branch = (source: RawBuilder<boolean>) => sql`(
    select w.*, ${key} as order_key from workflows w
    where w.deleted_at is null and ${sql.join([source, ...conditions], sql` and `)}
    order by order_key ${dir}${nulls}, w.id ${dir} limit ${count(request.offset + request.limit)})`
  return sql<WorkflowPage>`
    select ${totalOf(caller, conditions)} as total, (select coalesce(json_agg(page), '[]')::text from (
      select ${summaryColumns(caller)} from (${sql.join(sources(caller).map(branch), sql` union all `)}) w
      order by w.order_key ${dir}${nulls}, w.id ${dir} limit ${count(request.limit)} offset ${count(request.offset)}) page) as items`
}

/** One page of the workflows that the caller may read. A search that finds nothing is tried again allowing for slips. */
export async function readPage(db: Database, caller: Caller, request: WorkflowPageRequest): Promise<WorkflowPage> {
  const read = async (loosely: boolean): Promise<WorkflowPage> => {
    const { rows } = await pageQuery(caller, request, loosely).execute(db)
    return rows[0] ?? { items: '[]', total: 0 }
  }
  const page = await read(false)
  return page.total === 0 && wordsOf(request.filter.search ?? '').length > 0 ? read(true) : page
}
