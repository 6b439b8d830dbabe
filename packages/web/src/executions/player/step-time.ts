import type { ExecutionState } from '@hidesync/domain/executions/state'

/** Milliseconds that a step has been worked on, pauses left out; 0 while it has not begun. */
export function elapsedOf(state: ExecutionState, stepId: number, now: number): number {
  const open = state.open[String(stepId)]
  if (open?.started_at === undefined) return 0
  const until = state.paused_at ?? now
  return Math.max(0, until - open.started_at - (state.paused_total - (open.paused_before ?? 0)))
}
