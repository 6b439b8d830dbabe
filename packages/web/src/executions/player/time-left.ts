import type { ExecutionState } from '@hidesync/domain/executions/state'

const minute = 60_000

/** Milliseconds that are left of a time step. It goes on whatever this device was doing meanwhile, and while the run is paused. */
export const timeLeft = (state: ExecutionState, stepId: number, minutes: number, now: number): number =>
  (state.open[String(stepId)]?.started_at ?? now) + minutes * minute - now
