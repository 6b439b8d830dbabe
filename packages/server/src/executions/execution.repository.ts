import type { HistoryType } from '@hidesync/domain/executions/command-type'
import type { CommandRecord } from '@hidesync/domain/executions/event'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import { violates } from '../database/constraint-error.ts'
import type { IdempotencyRequest } from '../http/idempotency.ts'
import type { Announcement } from './execution-events.ts'
import type { StepRowChanges } from '@hidesync/domain/executions/step-row-changes'
import type { StepExecutionRow } from './execution.reader.ts'

/** A step's row with what only the database needs to know. */
export interface StepRowWrite extends StepExecutionRow {
  readonly ready_at: string | null
  /** What its time is counted as, and of which option and person; the database keeps the counts (`workflow_step_durations`). */
  readonly duration_bucket: number | null
  readonly duration_option_id: number | null
  readonly duration_user_id: number | null
}

/** All that one command writes. Times are RFC 3339. */
export interface CommandWrite {
  readonly execution: ExecutionFacts
  /** Where the run goes on along another revision. */
  readonly revision_id?: number
  readonly rows: readonly StepRowWrite[]
  readonly removed: StepRowChanges['remove']
  readonly notes: StepRowChanges['notes']
  readonly record: Omit<CommandRecord, 'type'> & {
    readonly type: HistoryType
    readonly action_data: JsonObject
    readonly actor_id: number | null
    readonly at: string
  }
  readonly announcements: readonly Announcement[]
  readonly answer: { readonly request: IdempotencyRequest; readonly status: number; readonly body: string } | null
}

/** The columns of `workflow_executions` that follow from the state. */
export interface ExecutionFacts {
  readonly state: ExecutionState
  readonly current_step_name: string | null
  readonly started_at: string
  readonly completed_at: string | null
  readonly updated_at: string
  readonly total_duration: number | null
  readonly total_steps: number
  readonly completed_steps: number
  readonly progress_percentage: number
  /** When the clock looks at it next; null: not before the next command. */
  readonly due_at: string | null
}

/**
 * What follows the execution's own row: step rows, history, outbox and the idempotency key, each `from moved`, so that
 * nothing is written where the row was not.
 */
const consequences = (write: CommandWrite) => sql`
  steps as (
    insert into workflow_step_executions as s (id, workshop_id, execution_id, step_id, iteration, status, ready_at, not_before,
      started_at, completed_at, actual_duration, notes, step_data, duration_bucket, duration_option_id, duration_user_id)
    select r.id, moved.workshop_id, moved.id, r.step_id, r.iteration, r.status, r.ready_at, r.not_before,
      r.started_at, r.completed_at, r.actual_duration, r.notes, r.step_data,
      r.duration_bucket, r.duration_option_id, r.duration_user_id
    from moved, jsonb_to_recordset(${JSON.stringify(write.rows)}::jsonb) as r(id bigint, step_id bigint, iteration int,
      status text, ready_at timestamptz, not_before timestamptz, started_at timestamptz, completed_at timestamptz,
      actual_duration float8, notes text, step_data jsonb, duration_bucket smallint, duration_option_id bigint,
      duration_user_id bigint)
    on conflict (execution_id, step_id, iteration) do update set status = excluded.status, ready_at = excluded.ready_at,
      not_before = excluded.not_before, started_at = excluded.started_at, completed_at = excluded.completed_at,
      actual_duration = excluded.actual_duration, notes = excluded.notes, step_data = excluded.step_data,
      duration_bucket = excluded.duration_bucket, duration_option_id = excluded.duration_option_id,
      duration_user_id = excluded.duration_user_id),
  removed as (
    delete from workflow_step_executions s
    using moved, jsonb_to_recordset(${JSON.stringify(write.removed)}::jsonb) as r(step_id bigint, iteration int)
    where s.execution_id = moved.id and s.step_id = r.step_id and s.iteration = r.iteration),
  noted as (
    update workflow_step_executions s set notes = concat_ws(E'\\n', s.notes, r.text)
    from moved, jsonb_to_recordset(${JSON.stringify(write.notes)}::jsonb) as r(step_id bigint, iteration int, text text)
    where s.execution_id = moved.id and s.step_id = r.step_id and s.iteration = r.iteration),
  history as (
    insert into workflow_navigation_history (workshop_id, execution_id, sequence, step_id, action_type, action_data, events,
      undo_previous, actor_id, "timestamp")
    select moved.workshop_id, moved.id, ${write.record.sequence}::int, ${write.record.step_id}::bigint, ${write.record.type}::text,
      ${JSON.stringify(write.record.action_data)}::jsonb, ${JSON.stringify(write.record.events)}::jsonb,
      ${write.record.undo_previous}::int, ${write.record.actor_id}::bigint, ${write.record.at}::timestamptz
    from moved),
  announced as (
    insert into outbox (type, subject, workshop_id, workflow_id, execution_id, execution_version, data, created_at)
    select 'hidesync.' || (a.value->>'type'), 'executions/' || moved.id, moved.workshop_id,
      moved.workflow_id, moved.id, ${write.record.sequence}::int,
      (a.value->'data') || jsonb_build_object('execution_id', moved.id), ${write.record.at}::timestamptz
    from moved, jsonb_array_elements(${JSON.stringify(write.announcements)}::jsonb) with ordinality as a(value, n)
    order by a.n)
  ${
    write.answer === null
      ? sql``
      : sql`, answered as (
    insert into idempotency_keys (user_id, route, key, fingerprint, status, body)
    select ${write.answer.request.user_id}::bigint, ${write.answer.request.route}::text, ${write.answer.request.key}::text,
      ${write.answer.request.fingerprint}::text, ${write.answer.status}::int, ${write.answer.body}::text
    from moved)`
  }
  select id from moved`

/**
 * Writes one command in one statement: it is there as a whole or not at all, in one round trip and without holding a lock
 * while the engine thinks. False: somebody else's command came first; load again and decide anew.
 */
export async function writeCommand(db: Database, id: number, version: number, write: CommandWrite): Promise<boolean> {
  const { execution } = write
  const { state } = execution
  const statement = sql<{ id: number }>`
    with moved as (
      update workflow_executions set version = ${state.sequence}::int,
        revision_id = coalesce(${write.revision_id ?? null}::bigint, revision_id), state = ${JSON.stringify(state)}::jsonb,
        status = ${state.status}::text, current_step_id = ${state.current_step_id}::bigint,
        current_step_name = ${execution.current_step_name}::text,
        selected_outcome_id = ${state.selected_outcome_id}::bigint,
        execution_data = ${JSON.stringify(state.variables)}::jsonb, completed_at = ${execution.completed_at}::timestamptz,
        updated_at = ${execution.updated_at}::timestamptz, total_duration = ${execution.total_duration}::float8,
        failure_reason = ${state.failure_reason}::text, total_steps = ${execution.total_steps}::int,
        completed_steps = ${execution.completed_steps}::int,
        progress_percentage = ${execution.progress_percentage}::float8, due_at = ${execution.due_at}::timestamptz
      where id = ${id} and version = ${version}
      returning id, workshop_id, workflow_id),
    ${consequences(write)}`
  try {
    return (await statement.execute(db)).rows.length === 1
  } catch (error) {
    // The same key was used on another execution at this very moment: looked at again, that is a mismatch.
    if (violates(error, 'idempotency_keys_pkey')) return false
    throw error
  }
}

export interface NewExecution {
  readonly id: number
  readonly workflow_id: number
  readonly revision_id: number
  readonly workshop_id: number
  readonly project_id: number | null
  readonly started_by: number
  readonly quantity: number
  readonly time_limit: number | null
}

/** Writes an execution with its first command, `start`. */
export async function insertExecution(tx: Transaction, created: NewExecution, write: CommandWrite): Promise<void> {
  const { execution } = write
  const { state } = execution
  await sql`
    with moved as (
      insert into workflow_executions (id, workflow_id, revision_id, workshop_id, project_id, started_by, quantity, version,
        state, status, current_step_id, current_step_name, selected_outcome_id, execution_data, started_at, completed_at,
        updated_at, total_duration, failure_reason, total_steps, completed_steps, progress_percentage,
        due_at, time_limit)
      overriding system value
      values (${created.id}, ${created.workflow_id}, ${created.revision_id}, ${created.workshop_id}, ${created.project_id},
        ${created.started_by}, ${created.quantity}, ${state.sequence}, ${JSON.stringify(state)}::jsonb, ${state.status},
        ${state.current_step_id}, ${execution.current_step_name}, ${state.selected_outcome_id},
        ${JSON.stringify(state.variables)}::jsonb, ${execution.started_at}, ${execution.completed_at},
        ${execution.updated_at}, ${execution.total_duration}, ${state.failure_reason}, ${execution.total_steps},
        ${execution.completed_steps}, ${execution.progress_percentage}, ${execution.due_at}, ${created.time_limit})
      returning id, workshop_id, workflow_id),
    ${consequences(write)}`.execute(tx)
}
