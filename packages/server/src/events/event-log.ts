import type { CloudEvent } from '@hidesync/contract/events/event.schemas'
import { beforeAllEvents } from '@hidesync/contract/events/event.schemas'
import type { Caller } from '@hidesync/domain/identity/permissions'
import type { Bell } from '../database/bell.ts'
import type { Database } from '../database/database.ts'
import { mayKnow } from './event-access.ts'
import { placeEvents } from './event-places.repository.ts'
import {
  readAudiences,
  readEvents,
  readFirstPosition,
  readLastPlace,
  readPlace,
  type Audience,
  type EventPlace,
  type EventRow,
  type EventWindow,
} from './event.reader.ts'

interface Deps {
  readonly db: Database
  readonly bell: Bell
  /** How the installation is called in its events. */
  readonly source: string
}

/** An event, and who may know of it. */
export interface LoggedEvent extends EventPlace {
  readonly type: string
  readonly execution_id: number | null
  readonly event: CloudEvent
  mayKnow(caller: Caller): boolean
}

/** How many events are read at once. */
export const pageSize = 500

/** The start of the log, before anything was told. */
export const beginning: EventPlace = { position: 0, event_id: beforeAllEvents }

/** All events in their order. Those who follow it live ask for the same page at the same moment, and share one reading. */
export class EventLog {
  readonly #deps: Deps
  readonly #readings = new Map<number, { readonly count: number; readonly page: Promise<readonly LoggedEvent[]> }>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Where the log ends now. */
  async end(): Promise<EventPlace> {
    await placeEvents(this.#deps.db)
    return (await readLastPlace(this.#deps.db, null)) ?? beginning
  }

  /** The first place that is kept after that one; where none is, the one that would come next. */
  async firstAfter(position: number): Promise<number> {
    return (await readFirstPosition(this.#deps.db, position)) ?? position + 1
  }

  /** The last event up to the place. */
  async lastUntil(position: number): Promise<EventPlace> {
    return (await readLastPlace(this.#deps.db, position)) ?? beginning
  }

  /** Where the event stands; null: it is unknown, or so old that it was forgotten. */
  async find(event_id: string): Promise<EventPlace | null> {
    if (event_id === beforeAllEvents) return beginning
    const position = await readPlace(this.#deps.db, event_id)
    return position === null ? null : { position, event_id }
  }

  async read(window: EventWindow): Promise<readonly LoggedEvent[]> {
    const { db } = this.#deps
    await placeEvents(db)
    const rows = await readEvents(db, window)
    const workflows = rows.flatMap(row =>
      row.execution_id === null && row.workflow_id !== null ? row.workflow_id : [],
    )
    const audiences = await readAudiences(db, [...new Set(workflows)])
    return rows.map(row => this.#logged(row, row.workflow_id === null ? undefined : audiences.get(row.workflow_id)))
  }

  /** The next page after a place; only what was begun since the bell was heard last is shared. */
  after(position: number): Promise<readonly LoggedEvent[]> {
    const { count } = this.#deps.bell
    const reading = this.#readings.get(position)
    if (reading?.count === count) return reading.page
    const page = this.read({ after: position, until: null, limit: pageSize, types: null, execution_id: null })
    this.#readings.set(position, { count, page })
    const forget = () => this.#readings.get(position)?.page === page && this.#readings.delete(position)
    page.then(forget, forget)
    return page
  }

  #logged(row: EventRow, audience: Audience | undefined): LoggedEvent {
    const { position, event_id, type, subject, created_at, execution_id, data } = row
    return {
      position,
      event_id,
      type,
      execution_id,
      event: {
        specversion: '1.0',
        id: event_id,
        source: this.#deps.source,
        type,
        subject,
        time: created_at.toISOString(),
        datacontenttype: 'application/json',
        data,
      },
      mayKnow: caller => mayKnow(caller, row, audience),
    }
  }
}
