import type { EventPage } from '@hidesync/contract/events/event.schemas'
import type { Readable } from 'node:stream'
import type { Bell } from '../database/bell.ts'
import { AppError } from '../http/app-error.ts'
import { Document } from '../http/document.ts'
import type { RequestContext } from '../http/request-context.ts'
import { filterOf, typesOf, type FilterQuery } from './event-filter.ts'
import { beginning, pageSize, type EventLog } from './event-log.ts'
import { followEvents, type Following } from './event-stream.ts'
import type { EventPlace } from './event.reader.ts'
import { paced } from './paced.ts'

interface Deps {
  readonly log: EventLog
  readonly bell: Bell
  readonly now: () => Date
}

/** How many streams one person may have open: tabs and devices, with room to spare. */
export const streamsPerUser = 20
/** How many places one request looks through, whatever it finds. */
const lookedThrough = 5000

const gone = () =>
  new AppError(
    'events.cursor_gone',
    'This cursor is unknown or too old. Ask with “after=now”, load anew what you show, and go on with the cursor of that answer.',
  )

/** What a stream says that could not go on where it was asked to. */
const reset = JSON.stringify({
  code: gone().code,
  detail: 'This cursor is unknown or too old. Load anew what you show: the stream goes on from now.',
})

/** Where the log ends, as a cursor. */
const now = 'now'

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

/** What happened, to be asked for by cursor or followed as it comes. */
export class EventService {
  readonly #deps: Deps
  readonly #open = new Map<number, number>()
  readonly #streams = new Set<AbortController>()
  #closed = false

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(
    query: FilterQuery & { readonly after?: string; readonly limit?: number },
    { caller }: RequestContext,
  ): Promise<EventPage> {
    const { log } = this.#deps
    const { after, limit = 50, execution_id = null } = query
    const types = typesOf(query)
    const end = await log.end()
    if (after === now) return { items: [], cursor: end.event_id, has_more: false }
    const from = after === undefined ? beginning : await log.find(after)
    if (from === null) throw gone()
    // What one run has told is found by itself; anything else is looked through piece by piece, over places that were forgotten.
    const until = execution_id === null ? (await log.firstAfter(from.position)) + lookedThrough - 1 : null
    const read = await log.read({ after: from.position, until, limit: pageSize, types, execution_id })
    const known = read.filter(logged => logged.mayKnow(caller))
    const items = known.slice(0, limit)
    const cut = known.length > limit ? items.at(-1) : read.length === pageSize ? read.at(-1) : undefined
    const last =
      cut ?? (until === null || until >= end.position ? later(end, read.at(-1) ?? from) : await log.lastUntil(until))
    return {
      items: items.map(({ event }) => event),
      cursor: later(last, from).event_id,
      has_more: cut !== undefined || last.position < end.position,
    }
  }

  async follow(query: FilterQuery & { readonly after?: string }, context: RequestContext): Promise<Document> {
    const { log, bell, now: clock } = this.#deps
    const filter = filterOf(query)
    const asked = context.lastEventId ?? query.after ?? now
    const found = isId(asked) ? await log.find(asked) : null
    const from = found ?? (await log.end())
    this.#refuseTooMany(context)
    context.setHeader('cache-control', 'no-store')
    context.setHeader('x-accel-buffering', 'no')
    // Nothing else goes over it: once the stream has ended, whoever stops the server need not wait for the connection.
    context.setHeader('connection', 'close')
    const following = {
      log,
      bell,
      filter,
      now: clock,
      from,
      reset: asked === now || found !== null ? null : reset,
      identify: () => context.identifyAgain(),
    }
    return new Document('text/event-stream; charset=utf-8', this.#stream(following, context))
  }

  /** Counted, and ended with the listener or the server; then nothing is left of it. */
  #stream(following: Omit<Following, 'signal'>, { caller, signal }: RequestContext): Readable {
    const over = new AbortController()
    const end = () => over.abort()
    if (signal.aborted || this.#closed) end()
    signal.addEventListener('abort', end, { once: true })
    this.#streams.add(over)
    this.#count(caller.user_id, 1)
    const stream = paced(followEvents({ ...following, signal: over.signal }))
    stream.once('close', () => {
      end()
      signal.removeEventListener('abort', end)
      this.#streams.delete(over)
      this.#count(caller.user_id, -1)
    })
    return stream
  }

  /** Ends every stream. */
  close(): void {
    this.#closed = true
    for (const over of this.#streams) over.abort()
  }

  #refuseTooMany({ caller }: RequestContext): void {
    if ((this.#open.get(caller.user_id) ?? 0) < streamsPerUser) return
    throw new AppError(
      'events.too_many_streams',
      `You follow events in ${streamsPerUser} places already. Close some of them, and try again.`,
      { headers: { 'retry-after': '30' } },
    )
  }

  #count(user_id: number, change: 1 | -1): void {
    const open = (this.#open.get(user_id) ?? 0) + change
    if (open === 0) this.#open.delete(user_id)
    else this.#open.set(user_id, open)
  }
}

const later = (one: EventPlace, other: EventPlace): EventPlace => (one.position > other.position ? one : other)
