import type { Home } from '@hidesync/contract/executions/home.routes'
import { ownerOf, type Caller } from '@hidesync/domain/identity/permissions'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import { readableRuns } from './readable-runs-sql.ts'

/** A run with what it follows, and what decides in which language that is read. */
export interface HomeRun {
  readonly execution_id: number
  readonly workflow_id: number
  readonly workflow_name: string
  readonly content_hash: string
  readonly version: number
  readonly default_locale: string
  readonly locales: readonly string[]
}

/** A step that is open, or a run that timed out where it stood. */
export interface OpenStep extends HomeRun {
  readonly step_id: number | null
  readonly step_name: string | null
  /** A lag has kept it waiting until now. */
  readonly lagged: boolean
  readonly timed_out: boolean
  readonly since: string | null
}

type Localisable<T> = T & Pick<HomeRun, 'default_locale' | 'locales'>

/** The first page as it is stored: in the workflows' own languages, and before it is known which steps ask something. */
export interface HomeRows {
  readonly continue: readonly Localisable<Home['continue'][number]>[]
  /** The first of them: `openSteps` goes on. */
  readonly open: readonly OpenStep[]
  readonly drafts: readonly Localisable<Home['drafts'][number]>[]
  readonly suggested: readonly Localisable<Home['suggested'][number]>[]
  readonly last_completed:
    | (HomeRun & {
        readonly completed_at: string
        readonly total_duration: number | null
        readonly selected_outcome_id: number | null
      })
    | null
}

const utc = (time: RawBuilder<unknown>) => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A subquery as a JSON list of its rows, in its order. */
const listOf = (rows: RawBuilder<unknown>) => sql`coalesce((select json_agg(row_to_json(r)) from (${rows}) r), '[]')`

const languages = sql`w.default_locale, w.locales`
const run = sql`e.id as execution_id, e.workflow_id, v.name as workflow_name, v.content_hash, w.version, ${languages}`
const own = (caller: Caller, joined = sql``) => sql`
  workflow_executions e join workflow_revisions v on v.id = e.revision_id join workflows w on w.id = e.workflow_id ${joined}
  where e.started_by = ${caller.user_id} and ${readableRuns(caller)}`

const going = (caller: Caller, now: Date) => sql`
  select e.id as execution_id, e.workflow_id, v.name as workflow_name, ${languages}, e.status, e.current_step_id,
    e.current_step_name, e.progress_percentage, e.completed_steps, e.total_steps, ${utc(sql`e.updated_at`)} as updated_at,
    (select ${utc(sql`to_timestamp(min((t.value->>'ends_at')::float8) / 1000)`)} from jsonb_each(e.timers) t
      where (t.value->>'ends_at')::float8 > ${now.getTime()}) as next_timer_at
  from ${own(caller)} and e.status in ('active', 'paused')
  order by e.updated_at desc, e.id desc limit 20`

/** How many steps are read at once: which of them ask something is told by what the runs follow. */
const openPage = 200

/** Runs that timed out, then steps of active runs that are open or that a lag has kept waiting until now; of each what waits longest first. */
const open = (caller: Caller, now: Date, offset: number) => sql`
  select n.execution_id, n.workflow_id, n.workflow_name, n.content_hash, n.version, n.default_locale, n.locales, n.step_id,
    n.step_name, n.lagged, n.timed_out, ${utc(sql`n.since`)} as since from (
    select ${run}, p.step_id, null::text as step_name, p.not_before is not null and p.started_at is null as lagged,
      false as timed_out, greatest(p.not_before, p.ready_at, p.started_at) as since
    from ${own(caller, sql`join workflow_step_executions p on p.execution_id = e.id`)} and e.status = 'active'
      and (p.status in ('ready', 'active') or (p.status = 'pending' and p.not_before is not null))
      and (p.not_before is null or p.not_before <= ${now})
    union all
    select ${run}, e.current_step_id, e.current_step_name, false, true, e.updated_at
    from ${own(caller)} and e.status = 'timeout') n
  order by n.timed_out desc, n.since nulls last, n.execution_id, n.step_id limit ${openPage} offset ${offset}`

const drafts = (caller: Caller) => sql`
  select w.id, w.name, w.step_count, ${languages}, ${utc(sql`w.updated_at`)} as updated_at from workflows w
  where w.created_by = ${ownerOf(caller)} and w.status = 'draft' and w.deleted_at is null
  order by w.updated_at desc, w.id desc limit 5`

const suggested = (caller: Caller) => sql`
  select w.id, w.name, w.description, w.category, w.step_count, w.difficulty_level, w.estimated_duration, w.rating_average,
    ${languages}
  from workflows w left join workflow_statistics k on k.workflow_id = w.id
  where w.visibility = 'public' and w.status = 'published' and w.is_template and w.deleted_at is null
    and not exists (select from workflow_executions e where e.workflow_id = w.id and e.started_by = ${caller.user_id})
  order by k.completed_executions desc nulls last, w.rating_average desc nulls last, w.id limit 6`

const lastCompleted = (caller: Caller) => sql`
  select ${run}, ${utc(sql`e.completed_at`)} as completed_at, e.total_duration, e.selected_outcome_id
  from ${own(caller)} and e.status = 'completed'
  order by e.completed_at desc, e.id desc limit 1`

/** All that is open, after what was read already: page by page, as far as somebody wants to know. */
export async function* openSteps(db: Database, caller: Caller, now: Date, first: readonly OpenStep[]) {
  let [page, read] = [first, first.length]
  yield* page
  while (page.length === openPage) {
    const { rows } = await sql<Pick<HomeRows, 'open'>>`select ${listOf(open(caller, now, read))} as "open"`.execute(db)
    page = rows[0]?.open ?? []
    read += page.length
    yield* page
  }
}

/** All that the first page shows a person, in one statement. */
export async function readHome(db: Database, caller: Caller, now: Date): Promise<HomeRows> {
  const { rows } = await sql<HomeRows>`
    select ${listOf(going(caller, now))} as "continue", ${listOf(open(caller, now, 0))} as "open",
      ${listOf(drafts(caller))} as drafts, ${listOf(suggested(caller))} as suggested,
      (select row_to_json(r) from (${lastCompleted(caller)}) r) as last_completed`.execute(db)
  const [home] = rows
  if (home === undefined) throw new Error('The page of the bench could not be read.')
  return home
}
