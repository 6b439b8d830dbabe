import type { EventPage } from '@hidesync/contract/events/event.schemas'
import type { Bell } from '../database/bell.ts'
import { AppError } from '../http/app-error.ts'
import { Document } from '../http/document.ts'
import type { RequestContext } from '../http/request-context.ts'
import { filterOf, typesOf, type FilterQuery } from './event-filter.ts'
import { beginning, pageSize, type EventLog } from './event-log.ts'
import { followEvents } from './event-stream.ts'
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
    'This cursor is unknown or too old. Load anew what you show, and ask again without “after”.',
  )

const isId = (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)

/** What happened, to be asked for by cursor or followed as it comes. */
export class EventService {
  readonly #deps: Deps
  readonly #open = new Map<number, number>()
  readonly #closing = new AbortController()

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
    const from = after === undefined ? beginning : await log.find(after.toLowerCase())
    if (from === null) throw gone()
    // What one run has told is found by itself; anything else is looked through piece by piece.
    const until = execution_id === null ? from.position + lookedThrough : null
    const end = await log.end()
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
    const { log, bell, now } = this.#deps
    const filter = filterOf(query)
    const asked = context.lastEventId ?? query.after ?? null
    const found = asked === null || !isId(asked) ? null : await log.find(asked)
    const following = {
      log,
      filter,
      now,
      from: found ?? (await log.end()),
      reset: asked !== null && found === null ? JSON.stringify({ code: gone().code, detail: gone().detail }) : null,
      heard: () => bell.next(),
      identify: () => context.identifyAgain(),
      signal: AbortSignal.any([context.signal, this.#closing.signal]),
    }
    context.setHeader('cache-control', 'no-store')
    context.setHeader('x-accel-buffering', 'no')
    // Nothing else goes over it: once the stream has ended, whoever stops the server need not wait for the connection.
    context.setHeader('connection', 'close')
    this.#refuseTooMany(context)
    const { user_id } = context.caller
    const stream = paced(followEvents(following))
    this.#count(user_id, 1)
    stream.once('close', () => this.#count(user_id, -1))
    return new Document('text/event-stream; charset=utf-8', stream)
  }

  /** Ends every stream. */
  close(): void {
    this.#closing.abort()
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
