import type { JsonObject, JsonValue } from '../workflows/definition.ts'
import type { CommandType } from './command-type.ts'
import type { ConnectionState, ExecutionStatus, StepStatus } from './state.ts'

/** What a step is at one moment, as far as a change concerns it; times are epoch milliseconds, durations minutes. */
export interface StepSnapshot {
  readonly status: StepStatus
  /** Which run of a loop's body, from 1. */
  readonly iteration: number
  readonly ready_at?: number | null
  /** While a `min_lag` runs the step is `pending` and this says until when. */
  readonly not_before?: number | null
  readonly started_at?: number | null
  readonly completed_at?: number | null
  readonly actual_duration?: number | null
  readonly notes?: string | null
  readonly data?: JsonObject | null
}

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
      /** When its source settled, where the connection has a lag. */
      readonly at?: number
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
      readonly reason?: string | null
      /** What ending or pausing overwrote, so that it can be restored. */
      readonly before?: JsonObject
    }
  | { readonly type: 'note_added'; readonly step_id: number; readonly text: string }
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
