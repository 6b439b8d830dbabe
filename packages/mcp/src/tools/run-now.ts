import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { Id, Nullable } from '@hidesync/contract/http/schemas'
import { Type, type Static } from '@sinclair/typebox'

/**
 * Of a run what an assistant needs after a command; `get_run` and `get_step` tell the rest. Every tool that does something announces
 * it, and all of that is read by the assistant before a word is said: so it is short, and means the same as in the contract.
 */
export const RunNow = Type.Object({
  id: Id,
  workflow_name: Type.String(),
  status: Type.String(),
  current_step_id: Nullable(Id),
  current_step_name: Nullable(Type.String()),
  available_steps: Type.Array(Id),
  completed_steps: Type.Integer(),
  total_steps: Type.Integer(),
  minutes_left: Type.Number(),
  timers: Type.Array(
    Type.Object({ id: Type.String(), label: Type.String(), status: Type.String(), minutes_left: Type.Number() }),
  ),
  skipped_steps: Type.Optional(Type.Array(Id)),
  undone: Type.Optional(Type.String()),
  version: Type.Integer(),
})
export type RunNow = Static<typeof RunNow>

export function runNow(execution: Execution): RunNow {
  const { id, workflow_name, status, available_steps, progress, timers, skipped_steps, undone, version } = execution
  return {
    id,
    workflow_name,
    status,
    current_step_id: progress.current_step_id,
    current_step_name: progress.current_step_name,
    available_steps,
    completed_steps: progress.completed_steps,
    total_steps: progress.total_steps,
    minutes_left: progress.estimated_remaining_time,
    timers: timers.map(({ id, label, status, remaining }) => ({ id, label, status, minutes_left: remaining })),
    ...(skipped_steps === undefined ? {} : { skipped_steps }),
    ...(undone === undefined ? {} : { undone: undone.message }),
    version,
  }
}
