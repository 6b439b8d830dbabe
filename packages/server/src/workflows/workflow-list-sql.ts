import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { WorkflowCursor } from './workflow-cursor.ts'
import { filterConditions, type WorkflowFilter } from './workflow-filter-sql.ts'
import { orderKeys, type WorkflowOrder } from './workflow-order.ts'
import { sources, type SharedExtent, type Source } from './workflow-sources-sql.ts'

/** Up to here a narrowed list is counted, and so many hits of a search are compared for their relevance. */
export const mostCounted = 500

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

/** Whether the words stand in `title` or `document` of what was searched of `w`; narrowed down to a source by the index itself. */
const found = (terms: SearchTerms, within: 'title' | 'document', { marker }: Source): RawBuilder<boolean> =>
  sql<boolean>`s.${sql.raw(within)} @@ (${queryOf(terms)}${marker === null ? sql`` : sql` && ${`'${marker}'`}::tsquery`})`

const wheres = (
  { filter, terms }: Selection,
  {
    source,
    within = 'document',
    also = [],
  }: { source: Source; within?: 'title' | 'document'; also?: readonly RawBuilder<boolean>[] },
) =>
  sql.join(
    [
      sql`w.deleted_at is null`,
      source.condition,
      ...also,
      ...(terms === null ? [] : [found(terms, within, source)]),
      ...filterConditions(filter),
    ],
    sql` and `,
  )

const unionOf = (branches: readonly RawBuilder<unknown>[]) =>
  sql.join(
    branches.map(branch => sql`(${branch})`),
    sql` union all `,
  )

const searched = sql` join workflow_search s on s.workflow_id = w.id`

/** Up to so many of the selected workflows, `columns` of them: of a search any, else from each of the ways to them the last changed. */
export function selected(
  caller: Caller,
  selection: Selection,
  {
    columns,
    limit,
    within = 'document',
  }: { columns: RawBuilder<unknown>; limit: number; within?: 'title' | 'document' },
): RawBuilder<unknown> {
  const { filter, terms, shared } = selection
  const branches = sources(caller, { shared, sharedOnly: filter.shared_with_me === true }).map(source => {
    const where = wheres(selection, { source, within })
    return terms === null
      ? sql`select ${columns} from workflows w where ${where} order by w.updated_at desc, w.id desc limit ${sql.lit(limit)}`
      : sql`select ${columns} from workflows w${searched} where ${where} limit ${sql.lit(limit)}`
  })
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
export function inOrder(caller: Caller, selection: Selection, part: Part): RawBuilder<unknown> {
  const { filter, terms, shared } = selection
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
  const scope = sources(caller, {
    shared,
    sharedOnly: filter.shared_with_me === true,
    k: through === undefined ? sql`w` : sql`k`,
    id,
  })
  const branches = scope.flatMap(source =>
    halves.map(
      also => sql`select w.*, ${key} as order_key from ${tables} where ${wheres(selection, { source, also })}
        order by order_key ${dir}, ${id} ${dir} limit ${upTo}`,
    ),
  )
  return unionOf(branches)
}

/** Hits by name are enough from here on: others would come behind them anyway. */
export const enoughByName = 500

/** `by_name` and `hits` of a search, to stand in a `with`. Of more hits than can be compared, those by name are taken. */
export function hitsOf(caller: Caller, selection: Selection): RawBuilder<unknown> {
  const ids = (within: 'title' | 'document', limit: number) =>
    selected(caller, selection, { columns: sql`w.id`, limit, within })
  return sql`
    by_name as materialized (${ids('title', enoughByName)}),
    hits as materialized (
      select id from by_name
      union
      select id from (${ids('document', mostCounted + 1)}) h where (select count(*) from by_name) < ${sql.lit(enoughByName)})`
}

/**
 * The `hits` by relevance: how often and where the words stand, how like the name is to what was searched for, and a little for
 * good ratings.
 */
export function byRelevance(terms: SearchTerms, { order_dir, cursor }: Part): RawBuilder<unknown> {
  const further = sql.raw(order_dir === 'asc' ? '>' : '<')
  const behind =
    cursor === null || cursor.key === null
      ? sql``
      : sql` where (w.rank, w.id) ${further} (${orderKeys.relevance.read(cursor.key)}, ${cursor.id})`
  // Looked up one by one: for so few the planner would rather read whole tables.
  return sql`
    select w.id, w.rank as order_key from (
      select h.id, round((ts_rank(s.document, ${queryOf(terms)}) + similarity(fold_text(n.name), fold_text(${terms.text}::text)) / 2
        + (coalesce(n.rating_average, 3) - 3) / 50)::numeric, 6)::float8 as rank
      from hits h
      cross join lateral (select w.name, w.rating_average from workflows w where w.id = h.id limit 1) n
      cross join lateral (select s.document from workflow_search s where s.workflow_id = h.id limit 1) s) w${behind}`
}
