import type { Bell } from '../database/bell.ts'
import { AppError } from '../http/app-error.ts'
import type { Identity } from '../http/request-context.ts'
import type { EventFilter } from './event-filter.ts'
import type { EventLog, LoggedEvent } from './event-log.ts'
import type { EventPlace } from './event.reader.ts'

/** Milliseconds between signs of life. */
export const heartbeat = 15_000
/** After something happened rights are looked at again once what is known of them can't be older any more. Milliseconds. */
const secondLook = 1_100

export interface Following {
  readonly log: EventLog
  /** Heard when there may be something new. */
  readonly bell: Bell
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

/** Until the bell was heard since it had that count, or it is over, or the time has passed: true for the first. Leaves nothing waiting. */
const pause = ({ bell, signal }: Following, count: number, milliseconds: number): Promise<boolean> =>
  new Promise(resolve => {
    const end = (heard: boolean) => {
      clearTimeout(timer)
      stop()
      signal.removeEventListener('abort', over)
      resolve(heard)
    }
    const over = () => end(false)
    const timer = setTimeout(over, milliseconds).unref()
    const stop = bell.listen(() => end(true))
    signal.addEventListener('abort', over, { once: true })
    if (signal.aborted || bell.count !== count) end(!signal.aborted)
  })

/**
 * What happens, as text of server-sent events, until it is over: the listener is gone, signed out, or not believed any more. It holds nothing
 * back: whoever reads slowly is behind in the log, and nowhere else.
 */
export async function* followEvents(following: Following): AsyncGenerator<string> {
  const { log, bell, filter, signal, now } = following
  let place = following.from
  let beat = Date.now() + heartbeat
  let wait = heartbeat
  yield following.reset === null
    ? message(place, [': listening'])
    : message(place, ['event: reset', `data: ${following.reset}`])
  while (!signal.aborted) {
    // Before looking: what happens meanwhile is heard.
    const { count } = bell
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
    wait = (await pause(following, count, longest)) ? secondLook : heartbeat
    if (Date.now() < beat) continue
    beat = Date.now() + heartbeat
    // The place moves past events of others, too, or coming back would mean reading all of them again.
    yield message(place, [': still there'])
  }
}
