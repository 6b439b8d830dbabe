import type { CommandType } from './command-type.ts'
import type { ExecutionStatus, StepStatus } from './state.ts'

/** What a refusal is about, in ids: whoever knows the names in another language says it in that language. */
export type RefusalDetail =
  | { readonly type: 'not_begun' }
  | { readonly type: 'begun_already' }
  | { readonly type: 'no_steps' }
  | { readonly type: 'is_paused'; readonly command: CommandType }
  | { readonly type: 'is_timed_out'; readonly command: CommandType }
  | { readonly type: 'under_way' }
  | {
      readonly type: 'wrong_status'
      readonly command: CommandType
      readonly status: ExecutionStatus
      readonly needs: readonly ExecutionStatus[]
    }
  | { readonly type: 'no_such_step'; readonly step_id: number }
  | {
      readonly type: 'step_closed'
      readonly step_id: number
      readonly status: StepStatus
      /** Steps that have to be done before; or decisions that alone lead there. */
      readonly waits_for: readonly number[]
      /** Whether a choice leads to one of those alone. */
      readonly one_of: boolean
      readonly named_by: readonly number[]
      readonly open: readonly number[]
    }
  | { readonly type: 'lag_runs'; readonly step_id: number; readonly minutes: number }
  | { readonly type: 'time_runs'; readonly step_id: number; readonly minutes: number }
  | { readonly type: 'choose_first'; readonly step_id: number }
  | { readonly type: 'verdict_first'; readonly step_id: number }
  | { readonly type: 'cannot_skip'; readonly step_id: number; readonly is_check: boolean }
  | { readonly type: 'nothing_to_decide'; readonly step_id: number }
  | { readonly type: 'no_such_option'; readonly step_id: number }
  | { readonly type: 'no_such_choice' }
  | { readonly type: 'no_such_outcome' }
  | { readonly type: 'way_used_up'; readonly step_id: number; readonly target_id: number; readonly limit: number }
  | { readonly type: 'target_done'; readonly step_id: number; readonly target_id: number }
  | { readonly type: 'ruled_out'; readonly step_id: number }
  | { readonly type: 'no_way_there'; readonly step_id: number }
  | { readonly type: 'way_unknown'; readonly step_id: number; readonly at_step_id: number }
  | { readonly type: 'would_skip'; readonly step_id: number; readonly skipped: readonly number[] }
  | { readonly type: 'nothing_to_undo' }
  | { readonly type: 'not_the_last' }
  /** What was to be taken back found no place itself. */
  | { readonly type: 'undo_of_nothing' }
  /** What a device has not taken along it cannot take back. */
  | { readonly type: 'undo_out_of_reach' }
  | { readonly type: 'no_such_timer' }
  | { readonly type: 'timer_id_taken'; readonly label: string }
  | { readonly type: 'too_many_timers'; readonly most: number }
  /** Minutes. */
  | { readonly type: 'timer_too_long'; readonly most: number }
  | { readonly type: 'timer_not_running'; readonly label: string; readonly is_over: boolean }
  | { readonly type: 'timer_not_paused'; readonly label: string; readonly is_over: boolean }
