import type { Identity } from '../http/request-context.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../http/app-error.ts'
import type { EventFilter } from './event-filter.ts'
import type { EventLog, LoggedEvent } from './event-log.ts'
import type { EventPlace } from './event.reader.ts'

/** Milliseconds between signs of life. */
export const heartbeat = 15_000
/** After something happened rights are looked at again once what is known of them can't be older any more. Milliseconds. */
const secondLook = 1_100

export interface Following {
  readonly log: EventLog
  /** Fulfilled when there may be something new. */
  readonly heard: () => Promise<void>
  readonly filter: EventFilter
  readonly from: EventPlace
  /** Said first: the place that was asked for is not known. */
  readonly reset: string | null
  /** Who listens, as of now; throws once they have signed out or their token has run out. */
  readonly identify: () => Promise<Identity>
  readonly now: () => Date
  /** Ends the stream. */
  readonly signal: AbortSignal
}

const message = (place: EventPlace, lines: readonly string[]) => `${[...lines, `id: ${place.event_id}`].join('\n')}\n\n`

const shown = (logged: LoggedEvent) => message(logged, [`data: ${JSON.stringify(logged.event)}`])

/** Who listens; null: they may no longer. */
async function listener({ identify, now }: Following): Promise<Identity | null> {
  try {
    const identity = await identify()
    return identity.expires_at !== null && identity.expires_at <= now().getTime() ? null : identity
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Until something may have happened, or it is over, or the time has passed: true for the first. */
async function pause(heard: Promise<unknown>, over: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const done = new AbortController()
  const time = sleep(milliseconds, false, { signal: done.signal, ref: false }).catch(() => false)
  try {
    return await Promise.race([heard.then(() => true), over.then(() => false), time])
  } finally {
    done.abort()
  }
}

const aborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise(resolve => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', resolve, { once: true })
  })

/**
 * What happens, as text of server-sent events, until it is over: the listener is gone, signed out, or not believed any more. It holds nothing
 * back: whoever reads slowly is behind in the log, and nowhere else.
 */
export async function* followEvents(following: Following): AsyncGenerator<string> {
  const { log, heard, filter, signal, now } = following
  const over = aborted(signal)
  let place = following.from
  let beat = Date.now() + heartbeat
  let wait = heartbeat
  yield following.reset === null
    ? message(place, [': listening'])
    : message(place, ['event: reset', `data: ${following.reset}`])
  while (!signal.aborted) {
    // Before looking: what happens meanwhile is heard.
    const next = heard()
    const identity = await listener(following)
    if (identity === null) return
    const page = await log.after(place.position)
    for (const logged of page) {
      place = logged
      if (signal.aborted) return
      if (!filter(logged) || !logged.mayKnow(identity.caller)) continue
      yield shown(logged)
    }
    if (page.length > 0) continue
    const left = identity.expires_at === null ? Infinity : identity.expires_at - now().getTime()
    const longest = Math.max(0, Math.min(beat - Date.now(), left, wait))
    wait = (await pause(next, over, longest)) ? secondLook : heartbeat
    if (Date.now() < beat) continue
    beat = Date.now() + heartbeat
    // The place moves past events of others, too, or coming back would mean reading all of them again.
    yield message(place, [': still there'])
  }
}
