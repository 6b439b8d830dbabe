import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import { plannedAnew } from '../database/dialect/planned-anew.ts'
import type { WorkflowCursor } from './workflow-cursor.ts'
import { narrows } from './workflow-filter-sql.ts'
import {
  byRelevance,
  enoughByName,
  hitsOf,
  inOrder,
  mostCounted,
  selected,
  type Selection,
} from './workflow-list-sql.ts'
import { orderKeys, type WorkflowOrder } from './workflow-order.ts'
import { readSelected, type WorkflowListRequest } from './workflow-search.reader.ts'
import { sourcesNeed, totalOfAll } from './workflow-sources-sql.ts'
import { summaryColumns } from './workflow-summary-sql.ts'

export interface WorkflowPageRequest extends WorkflowListRequest {
  readonly order_by: WorkflowOrder
  readonly order_dir: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
  readonly cursor: WorkflowCursor | null
}

export interface WorkflowPage {
  /** A JSON list of `WorkflowSummary`, as the database made it. */
  readonly items: string
  readonly total: number
  /** There are more than `total`: so far was counted. */
  readonly total_is_minimum: boolean
  /** The last one shown, if others follow. */
  readonly last: WorkflowCursor | null
}

type PagePlan = Pick<WorkflowPageRequest, 'order_by' | 'order_dir' | 'limit' | 'offset' | 'cursor'>

interface PageRow {
  readonly items: string
  readonly total: number
  readonly last_key: string | null
  readonly last_id: number | null
}

const isNarrowed = ({ filter, terms }: Selection): boolean => terms !== null || narrows(filter)

/** The statement that gives one page, whole, with its total. */
export function pageQuery(caller: Caller, selection: Selection, plan: PagePlan): RawBuilder<PageRow> {
  const { order_by, order_dir, limit, offset, cursor } = plan
  const { terms } = selection
  const dir = sql.raw(order_dir)
  // Stated in the text of a first page, the usual one: a plan that is made once and kept then knows how little is asked for.
  const count = (value: number) => (offset === 0 ? sql.lit(value) : sql`${value}::bigint`)
  const part = { order_by, order_dir, cursor, upTo: count(offset + limit + 1) }
  const ranked = order_by === 'relevance' && terms !== null
  const narrowed = isNarrowed(selection)
  const total = ranked
    ? sql<number>`(select case when (select count(*) from by_name) < ${sql.lit(enoughByName)} then count(*)::int
        else ${sql.lit(mostCounted + 1)} end from hits)`
    : narrowed
      ? sql<number>`(select count(*)::int from (${selected(caller, selection, { columns: sql`1`, limit: mostCounted + 1 })}) c)`
      : totalOfAll(caller)
  const before = ranked
    ? sql`${plannedAnew}with ${hitsOf(caller, selection)},`
    : narrowed
      ? sql`${plannedAnew}with`
      : sql`with ${sourcesNeed(caller)},`
  return sql<PageRow>`${before}
    found as materialized (
      select w.*, row_number() over (order by w.order_key ${dir} nulls last, w.id ${dir}) as place
      from (${ranked ? byRelevance(terms, part) : inOrder(caller, selection, part)}) w
      order by place limit ${count(limit + 1)} offset ${count(offset)}),
    last as materialized (
      select ${orderKeys[order_by].written} as key, w.id from found w
      where w.place = ${count(offset + limit)} and exists (select from found f where f.place = ${count(offset + limit + 1)}))
    select ${total} as total, (select key from last) as last_key, (select id from last) as last_id,
      (select coalesce(json_agg(page), '[]')::text from (
        select ${summaryColumns(caller)} from ${ranked ? sql`found f join workflows w on w.id = f.id` : sql`found w`}
        where place <= ${count(offset + limit)} order by place) page) as items`
}

async function readOnce(db: Database, caller: Caller, selection: Selection, plan: PagePlan): Promise<WorkflowPage> {
  const { rows } = await pageQuery(caller, selection, plan).execute(db)
  const { items = '[]', total = 0, last_key = null, last_id = null } = rows[0] ?? {}
  const counted = isNarrowed(selection) ? Math.min(total, mostCounted) : total
  return {
    items,
    total: counted,
    total_is_minimum: total > counted,
    last: last_id === null ? null : { key: last_key, id: last_id },
  }
}

/** One page of the workflows that the caller may read. By relevance only what was searched for can be ordered. */
export function readPage(db: Database, caller: Caller, request: WorkflowPageRequest): Promise<WorkflowPage> {
  // The list as it opens: one statement, whose plan is kept.
  if (request.search.trim() === '' && !narrows(request.filter))
    return readOnce(db, caller, { filter: request.filter, terms: null, shared: 'unknown' }, request)
  return readSelected<WorkflowPage>(db, caller, request, {
    read: selection => readOnce(db, caller, selection, request),
    none: { items: '[]', total: 0, total_is_minimum: false, last: null },
  })
}
