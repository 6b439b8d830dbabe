import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { WorkflowCursor } from './workflow-cursor.ts'
import { filterConditions, type WorkflowFilter } from './workflow-filter-sql.ts'
import { orderKeys, type WorkflowOrder } from './workflow-order.ts'
import { sources, type SharedExtent } from './workflow-sources-sql.ts'

/** Up to here a narrowed list is counted, and so many hits of a search are compared for their relevance. */
export const mostCounted = 1000

/** What is searched for. */
export interface SearchTerms {
  /** As written, for likeness. */
  readonly text: string
  /** What the function `search_query` made of it. */
  readonly query: string
}

/** Which workflows a list is about. */
export interface Selection {
  readonly filter: WorkflowFilter
  readonly terms: SearchTerms | null
  readonly shared: SharedExtent
}

const queryOf = ({ query }: SearchTerms): RawBuilder<unknown> => sql`${query}::tsquery`

const wheres = (source: RawBuilder<boolean>, conditions: readonly RawBuilder<boolean>[]) =>
  sql`w.deleted_at is null and ${sql.join([source, ...conditions], sql` and `)}`

const unionOf = (branches: readonly RawBuilder<unknown>[]) =>
  sql.join(
    branches.map(branch => sql`(${branch})`),
    sql` union all `,
  )

const searched = sql` join workflow_search s on s.workflow_id = w.id`

/** Up to so many of the selected workflows, in no order: `columns` of them, from each of the ways to them. */
export function selected(
  caller: Caller,
  { filter, terms, shared }: Selection,
  {
    columns,
    limit,
    within = 'document',
  }: { columns: RawBuilder<unknown>; limit: number; within?: 'title' | 'document' },
): RawBuilder<unknown> {
  const conditions = [
    ...(terms === null ? [] : [sql<boolean>`s.${sql.raw(within)} @@ ${queryOf(terms)}`]),
    ...filterConditions(filter),
  ]
  const branches = sources(caller, { shared, sharedOnly: filter.shared_with_me === true }).map(
    source => sql`select ${columns} from workflows w${terms === null ? sql`` : searched}
      where ${wheres(source, conditions)} limit ${sql.lit(limit)}`,
  )
  return sql`select * from (${unionOf(branches)}) w limit ${sql.lit(limit)}`
}

/** A part of a list in order: up to so many, with their `order_key`, behind the cursor if there is one. */
export interface Part {
  readonly order_by: WorkflowOrder
  readonly order_dir: 'asc' | 'desc'
  readonly cursor: WorkflowCursor | null
  /** How many rows, as it shall stand in the statement. */
  readonly upTo: RawBuilder<unknown>
}

/**
 * The selected workflows in order. Those whose key is missing are a branch of their own, so that both ways of an index give
 * them last.
 */
export function inOrder(caller: Caller, { filter, terms, shared }: Selection, part: Part): RawBuilder<unknown> {
  const { key, id, nullable, through, read } = orderKeys[part.order_by]
  const { cursor, upTo } = part
  const dir = sql.raw(part.order_dir)
  const further = sql.raw(part.order_dir === 'asc' ? '>' : '<')
  const stated =
    cursor === null || cursor.key === null
      ? []
      : [sql<boolean>`(${key}, ${id}) ${further} (${read(cursor.key)}, ${cursor.id})`]
  const missing = cursor === null || cursor.key !== null ? [] : [sql<boolean>`${id} ${further} ${cursor.id}`]
  const halves = [
    ...(cursor === null || cursor.key !== null
      ? [nullable ? [sql<boolean>`${key} is not null`, ...stated] : stated]
      : []),
    ...(nullable ? [[sql<boolean>`${key} is null`, ...missing]] : []),
  ]
  const tables = sql`workflows w${through === undefined ? sql`` : sql` join ${sql.table(through)} k on k.workflow_id = w.id`}${
    terms === null ? sql`` : searched
  }`
  const conditions = [
    ...(terms === null ? [] : [sql<boolean>`s.document @@ ${queryOf(terms)}`]),
    ...filterConditions(filter),
  ]
  const scope = sources(caller, {
    shared,
    sharedOnly: filter.shared_with_me === true,
    k: through === undefined ? sql`w` : sql`k`,
    id,
  })
  const branches = scope.flatMap(source =>
    halves.map(
      half => sql`select w.*, ${key} as order_key from ${tables} where ${wheres(source, [...half, ...conditions])}
        order by order_key ${dir}, ${id} ${dir} limit ${upTo}`,
    ),
  )
  return unionOf(branches)
}

/**
 * The hits of a search by relevance: how often and where the words stand, how like the name is to what was searched for, and
 * a little for good ratings. Of more hits than can be compared, those by name are.
 */
export function byRelevance(
  caller: Caller,
  selection: Selection & { terms: SearchTerms },
  part: Part,
): RawBuilder<unknown> {
  const { terms } = selection
  const { cursor } = part
  const ids = (within: 'title' | 'document') =>
    selected(caller, selection, { columns: sql`w.id`, limit: mostCounted, within })
  const further = sql.raw(part.order_dir === 'asc' ? '>' : '<')
  const { read } = orderKeys.relevance
  const behind =
    cursor === null || cursor.key === null
      ? sql``
      : sql` where (w.rank, w.id) ${further} (${read(cursor.key)}, ${cursor.id})`
  return sql`
    select w.*, w.rank as order_key from (
      with by_name as materialized (${ids('title')}),
      hits as (
        select id from by_name
        union
        select id from (${ids('document')}) h where (select count(*) from by_name) < ${sql.lit(mostCounted)})
      select w.*, round((ts_rank(s.document, ${queryOf(terms)}) + similarity(fold_text(w.name), fold_text(${terms.text}::text)) / 2
        + (coalesce(w.rating_average, 3) - 3) / 50)::numeric, 6)::float8 as rank
      from hits join workflows w on w.id = hits.id join workflow_search s on s.workflow_id = w.id) w${behind}`
}
