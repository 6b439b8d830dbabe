import { Execution } from '@hidesync/contract/executions/execution.schemas'
import { Type, type Static } from '@sinclair/typebox'

/** Of a run what an assistant needs after a command; `get_run` and `get_step` tell the rest. */
export const RunNow = Type.Pick(Execution, [
  'id',
  'workflow_name',
  'status',
  'current_step_id',
  'selected_outcome_id',
  'available_steps',
  'available_commands',
  'progress',
  'timers',
  'failure_reason',
  'skipped_steps',
  'undone',
  'version',
])
export type RunNow = Static<typeof RunNow>

export function runNow(execution: Execution): RunNow {
  const { id, workflow_name, status, current_step_id, selected_outcome_id, available_steps } = execution
  const { available_commands, progress, timers, failure_reason, skipped_steps, undone, version } = execution
  return {
    id,
    workflow_name,
    status,
    current_step_id,
    selected_outcome_id,
    available_steps,
    available_commands,
    progress,
    timers,
    failure_reason,
    ...(skipped_steps === undefined ? {} : { skipped_steps }),
    ...(undone === undefined ? {} : { undone }),
    version,
  }
}
