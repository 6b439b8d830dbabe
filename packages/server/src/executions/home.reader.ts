import type { Home } from '@hidesync/contract/executions/home.routes'
import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'

const utc = (time: RawBuilder<unknown>) => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A subquery as a JSON list of its rows, in its order. */
const listOf = (rows: RawBuilder<unknown>) => sql`coalesce((select json_agg(row_to_json(r)) from (${rows}) r), '[]')`

const run = sql`e.id as execution_id, e.workflow_id, v.name as workflow_name`
const own = (userId: number) =>
  sql`workflow_executions e join workflow_revisions v on v.id = e.revision_id where e.started_by = ${userId}`

const going = (userId: number, now: Date) => sql`
  select ${run}, e.status, e.current_step_id, e.current_step_name, e.progress_percentage, e.completed_steps, e.total_steps,
    ${utc(sql`e.updated_at`)} as updated_at,
    (select ${utc(sql`to_timestamp(min((t.value->>'ends_at')::float8) / 1000)`)} from jsonb_each(e.timers) t
      where (t.value->>'ends_at')::float8 > ${now.getTime()}) as next_timer_at
  from ${own(userId)} and e.status in ('active', 'paused')
  order by e.updated_at desc, e.id desc limit 20`

/** Of each run the steps that are open and ask something of a person, and those that a lag has kept waiting until now; and runs that timed out. */
const waiting = (userId: number, now: Date) => sql`
  select n.execution_id, n.workflow_id, n.workflow_name, n.step_id, n.step_name, n.reason, ${utc(sql`n.since`)} as since from (
    select ${run}, p.step_id, s.name as step_name,
      case when p.not_before is not null and p.started_at is null and s.step_type not in ('decision', 'quality_check')
          and not s.is_decision_point then 'lag_over'
        when s.step_type = 'quality_check' then 'quality_check'
        when s.is_decision_point or s.step_type = 'decision' then 'decision' end as reason,
      greatest(p.not_before, p.ready_at, p.started_at) as since
    from workflow_executions e join workflow_revisions v on v.id = e.revision_id
      join workflow_step_executions p on p.execution_id = e.id join workflow_steps s on s.id = p.step_id
    where e.started_by = ${userId} and e.status = 'active'
      and (p.status in ('ready', 'active') or (p.status = 'pending' and p.not_before is not null))
      and (p.not_before is null or p.not_before <= ${now})
    union all
    select ${run}, e.current_step_id, e.current_step_name, 'timed_out', e.updated_at
    from ${own(userId)} and e.status = 'timeout') n
  where n.reason is not null
  order by n.since nulls last, n.execution_id, n.step_id limit 20`

const drafts = (userId: number) => sql`
  select w.id, w.name, w.step_count, ${utc(sql`w.updated_at`)} as updated_at from workflows w
  where w.created_by = ${userId} and w.status = 'draft' and w.deleted_at is null
  order by w.updated_at desc, w.id desc limit 5`

const suggested = (userId: number) => sql`
  select w.id, w.name, w.description, w.category, w.step_count, w.difficulty_level, w.estimated_duration, w.rating_average
  from workflows w left join workflow_statistics k on k.workflow_id = w.id
  where w.visibility = 'public' and w.status = 'published' and w.is_template and w.deleted_at is null
    and not exists (select from workflow_executions e where e.workflow_id = w.id and e.started_by = ${userId})
  order by k.completed_executions desc nulls last, w.rating_average desc nulls last, w.id limit 6`

const lastCompleted = (userId: number) => sql`
  select ${run}, ${utc(sql`e.completed_at`)} as completed_at, e.total_duration,
    (select o.name from workflow_outcomes o where o.id = e.selected_outcome_id) as outcome_name
  from ${own(userId)} and e.status = 'completed'
  order by e.completed_at desc, e.id desc limit 1`

/** All that the first page shows a person, in one statement. */
export async function readHome(db: Database, userId: number, now: Date): Promise<Home> {
  const { rows } = await sql<Home>`
    select ${listOf(going(userId, now))} as "continue", ${listOf(waiting(userId, now))} as needs_you,
      ${listOf(drafts(userId))} as drafts, ${listOf(suggested(userId))} as suggested,
      (select row_to_json(r) from (${lastCompleted(userId)}) r) as last_completed`.execute(db)
  const [home] = rows
  if (home === undefined) throw new Error('The page of the bench could not be read.')
  return home
}
