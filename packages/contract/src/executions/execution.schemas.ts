import { commandTypes, historyTypes } from '@hidesync/domain/executions/command-type'
import { executionStatuses, stepStatuses, type ExecutionState } from '@hidesync/domain/executions/state'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Id, JsonObjectSchema, Minutes, Nullable, oneOf, Timestamp } from '../http/schemas.ts'
import { Timer } from './timer.schemas.ts'
import { Comparison } from '../workflows/revision.schemas.ts'

export const Progress = Type.Object({
  total_steps: Type.Integer(),
  completed_steps: Type.Integer(),
  progress_percentage: Type.Number(),
  current_step_id: Nullable(Id),
  current_step_name: Nullable(Type.String()),
  elapsed_time: Type.Number({ description: 'Minutes, pauses left out.' }),
  estimated_remaining_time: Type.Number({ description: 'Minutes.' }),
  remaining_range: Type.Object(
    { p50: Type.Number(), p90: Type.Number() },
    {
      description:
        'Minutes: half of the runs that stand here take up to p50, nine in ten up to p90, learned from recorded durations.',
    },
  ),
  /** When it will probably be done if it goes on without a pause; null unless it is active. */
  expected_finish_at: Nullable(Timestamp),
  /** By when it will be done nine times in ten. */
  latest_finish_at: Nullable(Timestamp),
})
export type Progress = Static<typeof Progress>

export const StepExecution = Type.Object({
  id: Nullable(Id),
  step_id: Id,
  status: oneOf(stepStatuses),
  iteration: Type.Integer(),
  started_at: Nullable(Timestamp),
  completed_at: Nullable(Timestamp),
  actual_duration: Nullable(Type.Number()),
  notes: Nullable(Type.String()),
  step_data: Nullable(JsonObjectSchema),
  /** Until when a step waits for a connection's `min_lag`. */
  not_before: Nullable(Timestamp),
  /** When a time step that is active is over; pauses do not stop it. */
  ends_at: Nullable(Timestamp),
})
export type StepExecution = Static<typeof StepExecution>

export const Execution = Type.Object({
  id: Id,
  workflow_id: Id,
  workflow_name: Type.String(),
  revision: Type.Integer(),
  status: oneOf(executionStatuses),
  started_by: Id,
  started_at: Timestamp,
  completed_at: Nullable(Timestamp),
  current_step_id: Nullable(Id),
  selected_outcome_id: Nullable(Id),
  execution_data: JsonObjectSchema,
  quantity: Type.Number(),
  total_duration: Nullable(Type.Number({ description: 'Minutes, pauses left out.' })),
  failure_reason: Nullable(Type.String()),
  available_steps: Type.Array(Id, { description: 'Steps that are ready or active.' }),
  /** What the engine would accept now. */
  available_commands: Type.Array(oneOf(commandTypes)),
  progress: Progress,
  timers: Type.Array(Timer),
  /** One entry a step of the revision; left out with `Prefer: return=minimal`. */
  step_executions: Type.Optional(Type.Array(StepExecution)),
  earlier_passes: Type.Optional(
    Type.Array(StepExecution, {
      description:
        'Passes of steps that a loop has led back to since, by step and pass; left out where there are none.',
    }),
  ),
  /** The engine's own state: clients run the same engine on it for previews and offline play. */
  state: Type.Unsafe<ExecutionState>({ type: 'object' }),
  /** The number of the last command; also the ETag. */
  version: Type.Integer(),
  skipped_steps: Type.Optional(Type.Array(Id, { description: 'Steps that a jump passed over.' })),
  /** What an undo took back, in words. */
  undone: Type.Optional(
    Type.Object({ action_type: oneOf(commandTypes), step_id: Nullable(Id), message: Type.String() }),
  ),
})
export type Execution = Static<typeof Execution>

/** What a move to another revision does, or would do, and the execution as it is, or would be, after it. */
export const RevisionMove = Type.Composite([
  Execution,
  Type.Object({
    dry_run: Type.Boolean({ description: 'Nothing was stored.' }),
    from_revision: Type.Integer(),
    changes: Comparison,
    step_changes: Type.Array(
      Type.Object({
        step_id: Id,
        name: Type.String(),
        before: Nullable(oneOf(stepStatuses)),
        after: Nullable(oneOf(stepStatuses)),
      }),
      { description: 'Steps that open, wait, die, come or go by it; null: not in that revision.' },
    ),
  }),
])
export type RevisionMove = Static<typeof RevisionMove>

export const MoveToRevision = Closed({
  revision: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  dry_run: Type.Optional(Type.Boolean()),
})
export type MoveToRevision = Static<typeof MoveToRevision>

export const ExecutionSummary = Type.Object({
  id: Id,
  workflow_id: Id,
  workflow_name: Type.String(),
  status: oneOf(executionStatuses),
  started_by: Id,
  started_by_name: Nullable(Type.String()),
  started_at: Timestamp,
  completed_at: Nullable(Timestamp),
  updated_at: Timestamp,
  project_id: Nullable(Id),
  quantity: Type.Number(),
  selected_outcome_id: Nullable(Id),
  total_duration: Nullable(Type.Number({ description: 'Minutes, pauses left out.' })),
  current_step_id: Nullable(Id),
  current_step_name: Nullable(Type.String()),
  progress_percentage: Type.Number(),
  completed_steps: Type.Integer(),
  total_steps: Type.Integer(),
})
export type ExecutionSummary = Static<typeof ExecutionSummary>

export const HistoryEntry = Type.Object({
  id: Id,
  sequence: Type.Integer(),
  step_id: Nullable(Id),
  step_name: Nullable(Type.String()),
  action_type: oneOf(historyTypes),
  action_data: JsonObjectSchema,
  passed_over: Type.Optional(
    Type.Array(Id, { description: 'Steps that this came to and passed over, as their conditions did not hold.' }),
  ),
  actor_id: Nullable(Id),
  actor_name: Nullable(Type.String({ description: 'Null: the system did it, or the person is gone.' })),
  timestamp: Timestamp,
})
export type HistoryEntry = Static<typeof HistoryEntry>

export const StartExecution = Closed({
  selected_outcome_id: Type.Optional(Nullable(Id)),
  quantity: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000 })),
  project_id: Type.Optional(Nullable(Id)),
  variables: Type.Optional(JsonObjectSchema),
  /** Stock comes later; stated, so that clients of today keep working. */
  reserve: Type.Optional(oneOf(['all', 'available', 'none'] as const)),
})

const text = Type.Optional(Nullable(Type.String({ maxLength: 5000 })))

export const CompleteStep = Closed({
  notes: text,
  actual_duration: Type.Optional(Nullable(Minutes)),
  resource_usage: Type.Optional(Nullable(JsonObjectSchema)),
  data: Type.Optional(Nullable(JsonObjectSchema)),
  override: Type.Optional(Type.Boolean()),
})
export type CompleteStep = Static<typeof CompleteStep>

export const Reason = Closed({ reason: text })
