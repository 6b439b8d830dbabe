import { ownerOf, type Caller } from '@hidesync/domain/identity/permissions'
import { visibilities } from '@hidesync/domain/workflows/definition'
import { sql, type RawBuilder } from 'kysely'
import { workshopsOf } from '../identity/workshops-of-sql.ts'
import { sharedWith } from './workflow-permissions-sql.ts'

/** Up to here, what is shared with the caller is fetched and ordered; from here on the order is followed and each is looked at. */
const few = 300

/** How many workflows of others were shared with each of those whom the caller stands for: themselves, their workshops. */
const grantees = (caller: Caller): RawBuilder<unknown> => sql`
  select sum(c.count)::bigint as count from workflow_share_counts c
  where c.created_by <> ${ownerOf(caller)} and (c.grantee = 'user' and c.grantee_id = ${ownerOf(caller)}
    or c.grantee = 'workshop' and c.grantee_id = any(${workshopsOf(caller)}))
  group by c.grantee, c.grantee_id having sum(c.count) > 0`

const sharedIds = (caller: Caller): RawBuilder<unknown> => sql`
  select s.workflow_id from workflow_shares s where s.user_id = ${ownerOf(caller)}
  union select s.workflow_id from workflow_shares s where s.workshop_id = any(${workshopsOf(caller)})`

/** To stand in a `with` before the sources are used, if `shared` is `unknown`, or before `totalOfAll`. */
export const sourcesNeed = (caller: Caller): RawBuilder<unknown> => sql`
  grantees as materialized (${grantees(caller)}),
  shared as materialized (select coalesce(sum(count), 0) as count from grantees)`

/** How much was shared with the caller; unknown: the statement itself finds out. */
export type SharedExtent = 'none' | 'few' | 'many' | 'unknown'

/** In SQL, one of the first three. */
export const sharedExtent = (caller: Caller): RawBuilder<SharedExtent> => sql<SharedExtent>`(
  select case when coalesce(sum(count), 0) = 0 then 'none' when sum(count) <= ${sql.lit(few)} then 'few' else 'many' end
  from (${grantees(caller)}) g)`

/** Where lists take workflows from. */
export interface SourceOptions {
  readonly shared: SharedExtent
  /** Only what others shared with the caller. */
  readonly sharedOnly: boolean
  /** The table whose owner and visibility the index has, and the workflow's id in it; that of the workflows unless stated. */
  readonly k?: RawBuilder<unknown>
  readonly id?: RawBuilder<unknown>
}

function sharedSources(
  caller: Caller,
  { shared, k = sql`w`, id = sql`w.id` }: SourceOptions,
): readonly RawBuilder<boolean>[] {
  if (shared === 'none') return []
  const theirs = sql<boolean>`${k}.visibility = 'shared' and ${k}.created_by <> ${ownerOf(caller)}`
  const fetched = sql<boolean>`${theirs} and ${id} = any(array(${sharedIds(caller)}))`
  const looked = sql<boolean>`${theirs} and coalesce(
    (select true from workflow_shares s where s.workflow_id = ${id} and ${sharedWith(caller)} limit 1), false)`
  if (shared === 'few') return [fetched]
  if (shared === 'many') return [looked]
  return [
    sql<boolean>`(select count from shared) <= ${sql.lit(few)} and ${fetched}`,
    sql<boolean>`(select count from shared) > ${sql.lit(few)} and ${looked}`,
  ]
}

/** A way to workflows: the condition, and the word that the search index has for it, if any. */
export interface Source {
  readonly condition: RawBuilder<boolean>
  readonly marker: string | null
}

/**
 * The ways in which a workflow `w` that is not deleted comes to be in the caller's list. They exclude each other, and each
 * follows an index in the usual orders, so that a page reads about as many rows as it shows.
 */
export function sources(caller: Caller, options: SourceOptions): readonly Source[] {
  const { sharedOnly, k = sql`w` } = options
  const byShares = sharedSources(caller, options).map(condition => ({ condition, marker: '/shared' }))
  if (sharedOnly) return byShares.length > 0 ? byShares : [{ condition: sql`false`, marker: null }]
  if (caller.is_superuser)
    return visibilities.map(visibility => ({
      condition: sql`${k}.visibility = ${sql.lit(visibility)}`,
      marker: `/${visibility}`,
    }))
  const owner = ownerOf(caller)
  return [
    { condition: sql`${k}.created_by = ${owner}`, marker: `/owner${owner}` },
    { condition: sql`${k}.visibility = 'public' and ${k}.created_by <> ${owner}`, marker: '/public' },
    ...byShares,
  ]
}

/**
 * How many there are without any filter, from kept counts. What was shared with several of the caller's workshops, or with
 * one and themselves, may be the same: then it is counted one by one.
 */
export function totalOfAll(caller: Caller): RawBuilder<number> {
  if (caller.is_superuser) return sql<number>`(select coalesce(sum(c.count), 0)::int from workflow_counts c)`
  const owner = ownerOf(caller)
  return sql<number>`((select coalesce(sum(c.count), 0)::int from workflow_counts c where c.created_by = ${owner})
    + (select coalesce(sum(c.count), 0)::int from workflow_counts c
        where c.visibility = 'public' and c.created_by <> ${owner})
    + case when (select count(*) from grantees) <= 1 then (select count from shared)::int
      else (select count(*)::int from workflows w where w.deleted_at is null and w.visibility = 'shared'
        and w.created_by <> ${owner} and w.id = any(array(${sharedIds(caller)}))) end)`
}
