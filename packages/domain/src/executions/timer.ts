/**
 * A countdown that a person set in an execution, for glue or a kettle. It says when it ends and never ticks, so that nothing is lost
 * whoever sleeps meanwhile. Times are epoch milliseconds.
 */
export type Timer = TimerFacts & (RunningClock | PausedClock)

export interface TimerFacts {
  readonly id: string
  /** Empty where it was given neither words nor a step. */
  readonly label: string
  readonly step_id: number | null
  /** Milliseconds that it was set to, with what was added since. */
  readonly duration: number
  readonly started_at: number
  readonly started_by: number | null
}

/** Runs, or is over: it stays, and counts how long ago, until somebody stops it. */
interface RunningClock {
  readonly ends_at: number
}

interface PausedClock {
  /** Milliseconds that were left when it was paused. */
  readonly left: number
}

export const timerStatuses = ['running', 'paused', 'done'] as const
export type TimerStatus = (typeof timerStatuses)[number]

/** Milliseconds; bounds of what a timer may have left. */
export const shortestTimer = 1_000
export const longestTimer = 86_400 * 60_000
export const mostTimers = 50

export function timerStatus(timer: Timer, at: number): TimerStatus {
  if ('left' in timer) return 'paused'
  return timer.ends_at <= at ? 'done' : 'running'
}

/** Milliseconds; negative: how long it has been over. */
export const timerLeft = (timer: Timer, at: number): number => ('left' in timer ? timer.left : timer.ends_at - at)

/** The part of an execution's state that this is about. */
interface WithTimers {
  readonly timers?: Readonly<Record<string, Timer>>
}

/** The timer of that id, whatever has become of the execution. */
export const timerAt = ({ timers }: WithTimers, id: string): Timer | undefined =>
  timers !== undefined && Object.hasOwn(timers, id) ? timers[id] : undefined

/** Letters that a timer's name may have where it is started. */
const longestLabel = 200

/** A name that no other timer of the run bears, so that each can be told apart and asked for: the second "Glue" is "Glue 2". */
export function ownLabel(label: string, { timers = {} }: WithTimers): string {
  const taken = new Set(Object.values(timers).map(timer => timer.label.toLowerCase()))
  if (label === '' || !taken.has(label.toLowerCase())) return label
  for (let number = 2; ; number += 1) {
    const numbered = `${label.slice(0, longestLabel - 1 - String(number).length)} ${number}`
    if (!taken.has(numbered.toLowerCase())) return numbered
  }
}

const goesOn: readonly string[] = ['active', 'paused', 'timeout']

/**
 * The timers of an execution, the oldest first. One that has ended shows none; undoing its end shows them again, as far as they have
 * got by themselves.
 */
export function timersOf({ status, timers }: WithTimers & { readonly status: string }): readonly Timer[] {
  if (timers === undefined || !goesOn.includes(status)) return []
  return Object.values(timers).toSorted(
    (one, other) => one.started_at - other.started_at || (one.id < other.id ? -1 : 1),
  )
}
