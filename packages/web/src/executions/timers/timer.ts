/** A named countdown on this device. It stores when it ends, never ticks, so that a reload or a sleeping tab loses nothing. */
export interface Timer {
  readonly id: string
  readonly execution_id: number
  readonly step_id: number
  readonly label: string
  readonly duration_ms: number
  /** Epoch milliseconds. */
  readonly end_at: number
  /** What was left when it was paused; null: it runs. */
  readonly paused_remaining_ms: number | null
  /** Somebody heard it. */
  readonly is_acknowledged: boolean
}

export type TimerState = 'running' | 'paused' | 'done'

export const remainingOf = (timer: Timer, now: number): number => timer.paused_remaining_ms ?? timer.end_at - now

export const stateOf = (timer: Timer, now: number): TimerState => {
  if (timer.paused_remaining_ms !== null) return 'paused'
  return timer.end_at <= now ? 'done' : 'running'
}

export const soonestFirst = (timers: readonly Timer[], now: number): readonly Timer[] =>
  timers.toSorted((a, b) => remainingOf(a, now) - remainingOf(b, now))

/** Done, and nobody has said that they heard it. */
export const isRinging = (timer: Timer, now: number): boolean =>
  stateOf(timer, now) === 'done' && !timer.is_acknowledged

export const pause = (timer: Timer, now: number): Timer =>
  stateOf(timer, now) === 'running' ? { ...timer, paused_remaining_ms: timer.end_at - now } : timer

export const resume = (timer: Timer, now: number): Timer =>
  timer.paused_remaining_ms === null
    ? timer
    : { ...timer, end_at: now + timer.paused_remaining_ms, paused_remaining_ms: null }

/** More time; a timer that is done starts again from now. */
export function extend(timer: Timer, milliseconds: number, now: number): Timer {
  if (timer.paused_remaining_ms !== null)
    return { ...timer, paused_remaining_ms: timer.paused_remaining_ms + milliseconds }
  return { ...timer, end_at: Math.max(timer.end_at, now) + milliseconds, is_acknowledged: false }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** What was stored, as far as it still makes sense. */
export function readTimers(stored: unknown): readonly Timer[] {
  if (!Array.isArray(stored)) return []
  return stored.filter((value: unknown): value is Timer => {
    const timer = value as Partial<Timer> | null
    return (
      timer !== null &&
      typeof timer === 'object' &&
      typeof timer.id === 'string' &&
      typeof timer.label === 'string' &&
      isNumber(timer.execution_id) &&
      isNumber(timer.step_id) &&
      isNumber(timer.duration_ms) &&
      isNumber(timer.end_at) &&
      (timer.paused_remaining_ms === null || isNumber(timer.paused_remaining_ms)) &&
      typeof timer.is_acknowledged === 'boolean'
    )
  })
}
