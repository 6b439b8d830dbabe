import type { JsonObject, JsonValue } from '../workflows/definition.ts'
import type { CommandType } from './command-type.ts'
import type { ConnectionState, ExecutionState, ExecutionStatus, StepStatus } from './state.ts'
import type { Timer } from './timer.ts'

/** What a step is at one moment, as far as a change concerns it; times are epoch milliseconds, durations minutes. */
export interface StepSnapshot {
  readonly status: StepStatus
  /** Which run of a loop's body, from 1. */
  readonly iteration: number
  readonly ready_at?: number | null
  /** While a `min_lag` runs the step is `pending` and this says until when. */
  readonly not_before?: number | null
  readonly started_at?: number | null
  /** Until when a `max_lag` wants it done; it never blocks. */
  readonly deadline?: number | null
  /** Milliseconds of pauses that were over when it became active. */
  readonly paused_before?: number | null
  readonly completed_at?: number | null
  readonly actual_duration?: number | null
  readonly notes?: string | null
  readonly data?: JsonObject | null
}

/** The part of the state that goes with the execution's status. */
export type StatusDetails = Partial<
  Pick<ExecutionState, 'ended_at' | 'paused_at' | 'paused_total' | 'granted_after' | 'failure_reason' | 'lost_steps'>
>

/** The part of the state that is spelled in terms of a revision. */
export type RevisionState = Pick<
  ExecutionState,
  | 'steps'
  | 'connections'
  | 'open'
  | 'iterations'
  | 'loops'
  | 'settled_at'
  | 'current_step_id'
  | 'selected_outcome_id'
  | 'named_outcome_id'
  | 'reached_outcome_id'
  | 'kept_notes'
  | 'counts'
>

/**
 * What happened, as facts that can be applied (`evolve`) and inverted (undo): every change carries what was and what is.
 * Events are stored with the history entry of the command that caused them; replaying all of them gives the stored state.
 */
export type ExecutionEvent =
  | { readonly type: 'started'; readonly at: number }
  | { readonly type: 'step_changed'; readonly step_id: number; readonly from: StepSnapshot; readonly to: StepSnapshot }
  | {
      readonly type: 'connection_changed'
      readonly connection_id: number
      readonly from: ConnectionState
      readonly to: ConnectionState
      /** When its source settled, where the connection has a lag; `at_before` is what that was before the change. */
      readonly at?: number
      readonly at_before?: number
    }
  /** A way that resolved into a step that was already open or settled: it changes nothing there, and is on record. */
  | { readonly type: 'arrived_late'; readonly connection_id: number; readonly step_id: number }
  | {
      readonly type: 'variable_changed'
      readonly name: string
      /** `undefined` (absent in JSON): was, or is, not set. */
      readonly from?: JsonValue
      readonly to?: JsonValue
    }
  | { readonly type: 'moved'; readonly from: number | null; readonly to: number | null }
  /** How often a loop (by key: a connection's id, or `decision>target` of a jump back) has returned. */
  | { readonly type: 'loop_counted'; readonly loop: string; readonly from: number; readonly to: number }
  | {
      readonly type: 'outcome_changed'
      readonly field: 'selected' | 'named' | 'reached'
      readonly from: number | null
      readonly to: number | null
    }
  | {
      readonly type: 'status_changed'
      readonly from: ExecutionStatus
      readonly to: ExecutionStatus
      readonly at: number
      /** What the person gave as the reason, or why the execution failed. */
      readonly reason?: string | null
      /** The clock and the reason of failure as they were and are; only what changed. */
      readonly before: StatusDetails
      readonly after: StatusDetails
    }
  /** A line for the notes of a pass of the step. */
  | { readonly type: 'note_added'; readonly step_id: number; readonly iteration: number; readonly text: string }
  /** `from` absent: started by this; `to` absent: stopped. */
  | { readonly type: 'timer_changed'; readonly timer_id: string; readonly from?: Timer; readonly to?: Timer }
  /** The run goes on along another revision; this event and all later ones are to be applied with that one. */
  | { readonly type: 'revision_changed'; readonly before: RevisionState; readonly after: RevisionState }
  /** Moves the head of the chain of commands that undo can take back. */
  | { readonly type: 'undo_head_changed'; readonly from: number | null; readonly to: number | null }

/** One accepted command as the history keeps it. */
export interface CommandRecord {
  /** Number of the command within its execution, from 1. */
  readonly sequence: number
  readonly type: CommandType
  readonly step_id: number | null
  /** The undoable command before this one: the next that undo takes back. */
  readonly undo_previous: number | null
  readonly events: readonly ExecutionEvent[]
}
