import { clockText } from '../../app/use-durations.ts'

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
/** As it is shown: soon after its end it has just rung, later it is overdue. */
export type TimerPhase = TimerState | 'overdue'

const minute = 60_000

/** Never more than it was set to, whatever the clocks of device and server make of its end, and however long ago one looked at them. */
export const remainingOf = ({ duration_ms, end_at, paused_remaining_ms }: Timer, now: number): number =>
  paused_remaining_ms ?? Math.min(duration_ms, end_at - now)

export const stateOf = (timer: Timer, now: number): TimerState => {
  if (timer.paused_remaining_ms !== null) return 'paused'
  return timer.end_at <= now ? 'done' : 'running'
}

export const phaseOf = (timer: Timer, now: number): TimerPhase =>
  stateOf(timer, now) === 'done' && now - timer.end_at >= minute ? 'overdue' : stateOf(timer, now)

/** What its clock shows: what is left, and after the end how long that has been: "09:59", "+02:10". */
export function digitsOf(timer: Timer, now: number): string {
  const left = remainingOf(timer, now)
  return left > -1000 ? clockText(left) : `+${clockText(Math.floor(-left / 1000) * 1000)}`
}

export const soonestFirst = (timers: readonly Timer[], now: number): readonly Timer[] =>
  timers.toSorted((a, b) => remainingOf(a, now) - remainingOf(b, now))

/** Where it is worth saying how much is left: half-time, five minutes and one minute; milliseconds. Less than a minute is too short to speak of. */
const marksOf = ({ duration_ms }: Timer): readonly number[] =>
  [duration_ms / 2, 5 * minute, minute].filter(mark => mark < duration_ms && mark >= minute)

/** The mark that was passed between two looks; after a long absence the last of them alone. Milliseconds left; null: none. */
export function markPassed(timer: Timer, before: number, now: number): number | null {
  if (stateOf(timer, now) !== 'running') return null
  const passed = marksOf(timer).filter(mark => remainingOf(timer, before) > mark && remainingOf(timer, now) <= mark)
  return passed.length === 0 ? null : Math.min(...passed)
}
