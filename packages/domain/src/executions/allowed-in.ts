import type { CommandType } from './command-type.ts'
import type { ExecutionState, ExecutionStatus } from './state.ts'

const active: readonly ExecutionStatus[] = ['active']
/** Glue goes on drying while the execution is paused. */
const goingOn: readonly ExecutionStatus[] = ['active', 'paused']

/** The one table of which command an execution's status allows; `decide`, players and command line all ask it. */
const allowedIn = {
  start: active,
  navigate: active,
  complete: active,
  decide: active,
  skip: active,
  fail: active,
  undo: ['active', 'completed', 'failed'],
  pause: active,
  resume: ['paused', 'timeout'],
  cancel: goingOn,
  time_out: active,
  set_variables: active,
  select_outcome: active,
  note: ['active', 'paused', 'completed', 'failed', 'cancelled', 'timeout'],
  start_timer: goingOn,
  pause_timer: goingOn,
  resume_timer: goingOn,
  extend_timer: goingOn,
  stop_timer: ['active', 'paused', 'timeout'],
} as const satisfies Record<CommandType, readonly ExecutionStatus[]>

/** Whether a command suits the execution's status; whether it also suits its steps is for `decide` to say. */
export function executionCan(
  type: CommandType,
  { status, sequence }: Pick<ExecutionState, 'status' | 'sequence'>,
): boolean {
  if ((type === 'start') !== (sequence === 0)) return false
  return (allowedIn[type] as readonly ExecutionStatus[]).includes(status)
}

/** The statuses in which a command is accepted. */
export const statusesFor = (type: CommandType): readonly ExecutionStatus[] => allowedIn[type]
