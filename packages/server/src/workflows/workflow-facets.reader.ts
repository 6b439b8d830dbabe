import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import { plannedAnew } from '../database/dialect/planned-anew.ts'
import { selected, type Selection } from './workflow-list-sql.ts'
import { readSelected, type WorkflowListRequest } from './workflow-search.reader.ts'
import { sourcesNeed } from './workflow-sources-sql.ts'

export interface WorkflowFacets {
  /** JSON text of the contract's `WorkflowFacets`. */
  readonly json: string
  readonly total: number
}

/** So many workflows are looked at; what is said of more is said of these. */
const mostLookedAt = 2000
const mostValues = 50

/** Bounds in minutes; both belong to the range, as with the filters that ask for one. */
const durations = [
  [0, 60],
  [60, 240],
  [240, 480],
  [480, 1440],
  [1440, null],
] as const

const columns = sql`w.id, w.status, w.difficulty_level, w.category, w.tags, w.facets, w.estimated_duration`

/** The most frequent values of a column, as `[{value, count}]`. */
const values = (from: RawBuilder<unknown>, by: RawBuilder<unknown>, value: RawBuilder<unknown>) => sql`
  (select coalesce(json_agg(v), '[]') from (
    select ${value} as value, count(*)::int as count from ${from} where ${by} is not null
    group by ${by} order by count(*) desc, ${by} limit ${sql.lit(mostValues)}) v)`

/** Of several ways of writing the same, one. */
const usual = (column: RawBuilder<unknown>) => sql`min(${column})`

const ranges = sql.join(
  durations.map(
    ([min, max]) => sql`json_build_object('min', ${sql.lit(min)}, 'max', ${sql.lit(max)}, 'count',
      count(*) filter (where estimated_duration >= ${sql.lit(min)}${max === null ? sql`` : sql` and estimated_duration <= ${sql.lit(max)}`}))`,
  ),
)

/** The statement that counts what the selected workflows are like. */
export function facetsQuery(caller: Caller, selection: Selection): RawBuilder<WorkflowFacets> {
  const f = sql`found f`
  return sql<WorkflowFacets>`${plannedAnew}with ${sourcesNeed(caller)}, found as materialized (${selected(caller, selection, { columns, limit: mostLookedAt })}),
    total as (select count(*)::int as count from found)
    select (select count from total) as total, json_build_object(
      'total', (select count from total),
      'total_is_minimum', (select count >= ${sql.lit(mostLookedAt)} from total),
      'status', ${values(f, sql`f.status`, sql`f.status`)},
      'difficulty_level', ${values(f, sql`f.difficulty_level`, sql`f.difficulty_level`)},
      'category', ${values(f, sql`fold_text(f.category)`, usual(sql`f.category`))},
      'tag', ${values(sql`found f, unnest(f.tags) as tag`, sql`fold_text(tag)`, usual(sql`tag`))},
      'language', ${values(
        sql`found f, unnest(f.facets) as facet`,
        sql`substring(facet from '^language:([a-z]+)$')`,
        sql`substring(facet from '^language:([a-z]+)$')`,
      )},
      'duration', (select json_build_array(${ranges}) from found)
    )::text as json`
}

const nothing = JSON.stringify({
  total: 0,
  total_is_minimum: false,
  status: [],
  difficulty_level: [],
  category: [],
  tag: [],
  language: [],
  duration: durations.map(([min, max]) => ({ min, max, count: 0 })),
})

/** How many of the workflows that a list of the caller would show are in each category, of each level, and so on. */
export function readFacets(db: Database, caller: Caller, request: WorkflowListRequest): Promise<WorkflowFacets> {
  return readSelected<WorkflowFacets>(db, caller, request, {
    read: async selection => {
      const { rows } = await facetsQuery(caller, selection).execute(db)
      return rows[0] ?? { json: nothing, total: 0 }
    },
    none: { json: nothing, total: 0 },
  })
}
