import type { CommandRecord } from '@hidesync/domain/executions/event'
import type { ExecutionState, StepStatus } from '@hidesync/domain/executions/state'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { IdempotencyRequest } from '../http/idempotency.ts'

/** An execution as a command needs it: read in one round trip, whatever the size of its workflow. */
export interface ExecutionRow {
  readonly id: number
  readonly workflow_id: number
  readonly workflow_name: string
  readonly workshop_id: number
  readonly project_id: number | null
  readonly started_by: number
  readonly revision: number
  readonly content_hash: string
  readonly quantity: number
  /** Minutes; what the workflow's own limit was at the start. */
  readonly time_limit: number | null
  readonly version: number
  readonly state: ExecutionState
}

export interface StepExecutionRow {
  readonly id: number
  readonly step_id: number
  readonly iteration: number
  readonly status: StepStatus
  /** RFC 3339, as are all times of a row. */
  readonly started_at: string | null
  readonly completed_at: string | null
  readonly not_before: string | null
  readonly actual_duration: number | null
  readonly notes: string | null
  readonly step_data: JsonObject | null
}

export interface LoadedExecution {
  readonly row: ExecutionRow
  /** When the last command came; epoch milliseconds. */
  readonly usedAt: number
  /** One for each pass that was opened; empty unless asked for. */
  readonly steps: readonly StepExecutionRow[]
  /** The command that undo takes back next; null unless asked for, or where there is none. */
  readonly last: CommandRecord | null
  /** The first answer to the same idempotency key. */
  readonly answered: { readonly fingerprint: string; readonly body: string } | null
}

export interface LoadOptions {
  readonly withSteps?: boolean
  readonly withLast?: boolean
  readonly idempotency?: IdempotencyRequest | null
}

const stepsOf = sql<StepExecutionRow[] | null>`(
  select json_agg(json_build_object('id', s.id, 'step_id', s.step_id, 'iteration', s.iteration, 'status', s.status,
    'started_at', s.started_at, 'completed_at', s.completed_at, 'not_before', s.not_before,
    'actual_duration', s.actual_duration, 'notes', s.notes, 'step_data', s.step_data))
  from workflow_step_executions s where s.execution_id = e.id)`

const lastOf = sql<CommandRecord | null>`(
  select json_build_object('sequence', h.sequence, 'type', h.action_type, 'step_id', h.step_id,
    'undo_previous', h.undo_previous, 'events', h.events)
  from workflow_navigation_history h
  where h.execution_id = e.id and h.sequence = (e.state->>'undo_head')::int)`

const nothing = sql<null>`null`

const answeredTo = ({ user_id, route, key }: IdempotencyRequest) => sql<{ fingerprint: string; body: string } | null>`(
  select json_build_object('fingerprint', k.fingerprint, 'body', k.body)
  from idempotency_keys k where k.user_id = ${user_id} and k.route = ${route} and k.key = ${key})`

type Loaded = ExecutionRow & {
  readonly updated_at: Date
  readonly steps: StepExecutionRow[] | null
  readonly last: CommandRecord | null
  readonly answered: LoadedExecution['answered']
}

/** Everything that a command or a read needs of one execution, in one statement. */
export async function loadExecution(
  db: Database,
  id: number,
  options: LoadOptions = {},
): Promise<LoadedExecution | null> {
  const { rows } = await sql<Loaded>`
    select e.id, e.workflow_id, r.name as workflow_name, e.workshop_id, e.project_id, e.started_by,
      r.revision, r.content_hash, e.quantity, e.time_limit, e.version, e.state, e.updated_at,
      ${options.withSteps ? stepsOf : nothing} as steps,
      ${options.withLast ? lastOf : nothing} as last,
      ${options.idempotency ? answeredTo(options.idempotency) : nothing} as answered
    from workflow_executions e join workflow_revisions r on r.id = e.revision_id
    where e.id = ${id}`.execute(db)
  const found = rows[0]
  if (found === undefined) return null
  const { steps, last, answered, updated_at, ...row } = found
  return { row, usedAt: updated_at.getTime(), steps: steps ?? [], last, answered }
}

export interface RevisionRow {
  readonly id: number
  readonly revision: number
  readonly content_hash: string
  readonly name: string
}

/** The revision of that number of a workflow; undefined if there is none. */
export const readRevision = (db: Database, workflowId: number, revision: number): Promise<RevisionRow | undefined> =>
  db
    .selectFrom('workflow_revisions')
    .select(['id', 'revision', 'content_hash', 'name'])
    .where('workflow_id', '=', workflowId)
    .where('revision', '=', revision)
    .executeTakeFirst()
