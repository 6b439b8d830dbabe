import type { Timer as TimerAnswer } from './timer.schemas.ts'
import { timerLeft, timerStatus, type Timer } from '@hidesync/domain/executions/timer'

/** A timer as the contract shows it at a moment, in epoch milliseconds. */
export const timerAnswer = (execution_id: number, timer: Timer, at: number): TimerAnswer => ({
  id: timer.id,
  execution_id,
  step_id: timer.step_id,
  label: timer.label,
  minutes: timer.duration / 60_000,
  status: timerStatus(timer, at),
  ends_at: 'left' in timer ? null : new Date(timer.ends_at).toISOString(),
  remaining: timerLeft(timer, at) / 60_000,
  started_by: timer.started_by,
  started_at: new Date(timer.started_at).toISOString(),
})
