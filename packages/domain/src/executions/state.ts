import type { JsonObject } from '../workflows/definition.ts'
import type { Timer } from './timer.ts'

export const executionStatuses = ['active', 'paused', 'completed', 'failed', 'cancelled', 'timeout'] as const
export type ExecutionStatus = (typeof executionStatuses)[number]

export const stepStatuses = ['pending', 'ready', 'active', 'completed', 'skipped', 'failed', 'dead'] as const
export type StepStatus = (typeof stepStatuses)[number]

export type ConnectionState = 'unresolved' | 'live' | 'dead'

/** A step that is ready, active, or waiting for a `min_lag` (`not_before` set): the only steps whose details the state holds. */
export interface OpenStep {
  readonly ready_at: number
  readonly not_before?: number
  readonly started_at?: number
  /** Until when a `max_lag` wants it done. */
  readonly deadline?: number
  /** Paused milliseconds of the execution when the step became active, so that its own time leaves pauses out. */
  readonly paused_before?: number
  readonly notes?: string
  readonly data?: JsonObject
}

/**
 * All that the engine needs to know of an execution, small whatever the size of the workflow: one letter a step, one letter
 * a connection, and details only of what is open. Plain JSON. Read it through the functions of `view.ts`.
 * Replaying the events of all accepted commands with `evolveAll`, one call a command, from `newExecution` gives exactly this.
 */
export interface ExecutionState {
  readonly status: ExecutionStatus
  /** Number of commands accepted so far: `evolveAll` adds one for each command, whatever its events. */
  readonly sequence: number
  /** One letter a step in the compiled order: p(ending) r(eady) a(ctive) c(ompleted) s(kipped) f(ailed) d(ead). */
  readonly steps: string
  /** One letter a connection in the compiled order: u(nresolved) l(ive) d(ead). */
  readonly connections: string
  readonly open: Readonly<Record<string, OpenStep>>
  /** Iteration of the steps that a loop has reset, where it is not 1. */
  readonly iterations: Readonly<Record<string, number>>
  /** Returns so far of the loops that have returned. */
  readonly loops: Readonly<Record<string, number>>
  /** When the sources of connections with a lag settled, by connection id. */
  readonly settled_at: Readonly<Record<string, number>>
  readonly current_step_id: number | null
  readonly variables: JsonObject
  readonly selected_outcome_id: number | null
  readonly named_outcome_id: number | null
  readonly reached_outcome_id: number | null
  readonly started_at: number | null
  readonly ended_at: number | null
  readonly paused_at: number | null
  /** Milliseconds of all pauses that are over. */
  readonly paused_total: number
  /** Milliseconds without pauses that were over when it was last resumed after a time-out: its limit counts from there. */
  readonly granted_after?: number
  readonly failure_reason: string | null
  /** How many steps the command with which it failed ruled out or failed: they had been possible until then. */
  readonly lost_steps?: number
  /** Sequence number of the command that undo would take back next. */
  readonly undo_head: number | null
  /**
   * Lines for the notes of passes that are not open, by `passKey`: whoever undoes does not take them back, and a pass that is opened
   * again has them again. Absent: none.
   */
  readonly kept_notes?: Readonly<Record<string, string>>
  /** By id; absent: none. Read them through `timersOf`: an execution that has ended shows none. */
  readonly timers?: Readonly<Record<string, Timer>>
  /** How many steps are in each state that progress counts; kept, so that progress costs nothing. */
  readonly counts: { readonly done: number; readonly failed: number; readonly dead: number }
}
