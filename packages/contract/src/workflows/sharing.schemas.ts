import { sharePermissions } from '@hidesync/domain/identity/permissions'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Email, Id, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

/** One person, or all members of one workshop. */
export const Share = Type.Object({
  user_id: Nullable(Id),
  workshop_id: Nullable(Id),
  name: Type.String({ description: 'Of the person or workshop.' }),
  email: Nullable(Type.String({ description: 'Of a person with whom you share a workshop.' })),
  permission: oneOf(sharePermissions),
  created_at: Timestamp,
})
export type Share = Static<typeof Share>

export const NewShare = Closed({
  user_id: Type.Optional(Id),
  email: Type.Optional(Email),
  workshop_id: Type.Optional(Id),
  permission: oneOf(sharePermissions),
})
export type NewShare = Static<typeof NewShare>
