import { Type, type Static } from '@sinclair/typebox'
import { Id, Nullable, Timestamp } from '../http/schemas.ts'

/** Text of several lines that is not blank. Shown as it is: no markup. */
export const PlainText = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: '\\S',
  description: 'text that is not blank',
})

export const Rating = Type.Object({
  stars: Nullable(Type.Integer({ description: 'Yours, 1 to 5; null: you have not rated it.' })),
  rating_average: Nullable(Type.Number()),
  rating_count: Type.Integer(),
})
export type Rating = Static<typeof Rating>

export const Comment = Type.Object({
  id: Id,
  author_id: Id,
  author_name: Type.String(),
  text: Type.String(),
  created_at: Timestamp,
})
export type Comment = Static<typeof Comment>
