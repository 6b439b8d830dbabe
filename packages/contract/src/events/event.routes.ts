import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed } from '../http/schemas.ts'
import { EventCursor, eventFilter, EventPage } from './event.schemas.ts'

export const eventRoutes = {
  list: route({
    method: 'GET',
    path: '/events',
    summary:
      'What happened to what you may see, oldest first. Go on with `after=` the `cursor` of the last answer; `after=now` gives the cursor of now. 410 where it is unknown or too old: ask with `after=now`, load anew what you show, and go on from there.',
    access: 'user',
    refuses: [410],
    query: Closed({
      ...eventFilter,
      after: Type.Optional(EventCursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    }),
    status: 200,
    response: EventPage,
  }),
  stream: route({
    method: 'GET',
    path: '/events/stream',
    summary:
      'The same as they happen, as server-sent events: from now on, or after `Last-Event-ID` (or `after`, which may be `now`). An event `reset` says that the cursor is unknown or too old: load anew what you show.',
    access: 'user',
    query: Closed({ ...eventFilter, after: Type.Optional(Type.String({ maxLength: 100 })) }),
    produces: ['text/event-stream'],
    status: 200,
  }),
}
