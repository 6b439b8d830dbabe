import { Type, type Static } from '@sinclair/typebox'
import { Id, JsonObjectSchema, Nullable, Timestamp } from '../http/schemas.ts'

/** `after=now`: of nothing so far, from which one goes on. */
export const EventCursor = Type.String({ pattern: '^(now|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' })

/** The cursor of who has seen nothing yet. */
export const beforeAllEvents = '00000000-0000-0000-0000-000000000000'

export const EventId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

export const CloudEvent = Type.Object({
  specversion: Type.Literal('1.0'),
  id: EventId,
  source: Type.String({ description: 'The installation.' }),
  type: Type.String({ description: '`hidesync.` and what happened, such as `hidesync.step.completed`.' }),
  subject: Nullable(Type.String({ description: 'What it happened to, such as `executions/7`.' })),
  time: Timestamp,
  datacontenttype: Type.Literal('application/json'),
  data: JsonObjectSchema,
})
export type CloudEvent = Static<typeof CloudEvent>

export const EventPage = Type.Object({
  items: Type.Array(CloudEvent),
  cursor: Type.String({ description: 'What `after` takes to go on from here; it moves also past events of others.' }),
  has_more: Type.Boolean(),
})
export type EventPage = Static<typeof EventPage>

/** What both ways of reading may be narrowed to. */
export const eventFilter = {
  type: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: 'Types apart by commas, with or without `hidesync.`: `step.completed,execution.completed`.',
    }),
  ),
  execution_id: Type.Optional(Id),
}
