/** A named countdown as this device shows it. It stores when it ends, never ticks, so that a reload or a sleeping tab loses nothing. */
export interface Timer {
  readonly id: string
  /** By which the run knows it; null: it is the clock of a time step, which ends with its step. */
  readonly timer_id: string | null
  readonly execution_id: number
  readonly step_id: number | null
  readonly label: string
  readonly duration_ms: number
  /** Epoch milliseconds by the device's clock; of one that is paused it says nothing. */
  readonly end_at: number
  /** What was left when it was paused; null: it runs. */
  readonly paused_remaining_ms: number | null
}

export type TimerState = 'running' | 'paused' | 'done'

export const remainingOf = (timer: Timer, now: number): number => timer.paused_remaining_ms ?? timer.end_at - now

export const stateOf = (timer: Timer, now: number): TimerState => {
  if (timer.paused_remaining_ms !== null) return 'paused'
  return timer.end_at <= now ? 'done' : 'running'
}

export const soonestFirst = (timers: readonly Timer[], now: number): readonly Timer[] =>
  timers.toSorted((a, b) => remainingOf(a, now) - remainingOf(b, now))
