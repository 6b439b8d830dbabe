import type { JsonObject } from '../workflows/definition.ts'
import type { CommandRecord } from './event.ts'

/** Who asks and when. `at` is epoch milliseconds: the engine has no clock of its own. */
export interface CommandContext {
  readonly at: number
  readonly actor_id: number | null
}

/** What a person (or a job, for `time_out`) asks of an execution. */
export type CommandRequest =
  | { readonly type: 'start'; readonly selected_outcome_id?: number | null; readonly variables?: JsonObject }
  | { readonly type: 'navigate'; readonly step_id: number; readonly skip?: boolean; readonly override?: boolean }
  | {
      readonly type: 'complete'
      readonly step_id: number
      readonly notes?: string | null
      /** Minutes; without it the time since the step became active, pauses left out. */
      readonly actual_duration?: number | null
      /** What the step type asks for; a quality check's verdict is `verdict: 'pass' | 'fail'`. */
      readonly data?: JsonObject | null
      /** Completes a time step early, or a step whose `min_lag` is not over; recorded. */
      readonly override?: boolean
      /** What was used up; null: it is told later. The step's data keep it, the engine makes nothing of it. */
      readonly resource_usage?: JsonObject | null
    }
  | { readonly type: 'decide'; readonly step_id: number; readonly option_id: number; readonly notes?: string | null }
  | { readonly type: 'skip'; readonly step_id: number; readonly reason?: string | null }
  | { readonly type: 'fail'; readonly step_id: number; readonly reason?: string | null }
  /** `last` is the record that `state.undo_head` names; the caller reads it from the history. */
  | { readonly type: 'undo'; readonly last: CommandRecord | null }
  /** `reason` where nobody asked for it: `idle`. */
  | { readonly type: 'pause'; readonly reason?: string | null }
  | { readonly type: 'resume' }
  | { readonly type: 'cancel'; readonly reason?: string | null }
  | { readonly type: 'set_variables'; readonly variables: JsonObject }
  | { readonly type: 'select_outcome'; readonly outcome_id: number | null }
  | { readonly type: 'time_out' }
  /** Adds a line to a step's notes; accepted while paused, never undone. */
  | { readonly type: 'note'; readonly step_id: number; readonly text: string }
  /** Timers are accepted while paused, too, and never undone. `timer_id` is made by whoever asks; minutes. */
  | {
      readonly type: 'start_timer'
      readonly timer_id: string
      readonly minutes: number
      readonly label?: string | null
      readonly step_id?: number | null
    }
  | { readonly type: 'pause_timer'; readonly timer_id: string }
  | { readonly type: 'resume_timer'; readonly timer_id: string }
  /** Negative minutes shorten it. */
  | { readonly type: 'extend_timer'; readonly timer_id: string; readonly minutes: number }
  | { readonly type: 'stop_timer'; readonly timer_id: string }

export type Command = CommandContext & CommandRequest

/** Whatever the history has an entry for: a command, or a move to another revision. */
export type Recorded = Command | (CommandContext & { readonly type: 'move' })
