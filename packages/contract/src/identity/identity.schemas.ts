import { Type, type Static } from '@sinclair/typebox'
import { Closed, Email, Id, JsonObjectSchema, Locale, Name, Nullable, oneOf, Timestamp } from '../http/schemas.ts'
import { longestPassword, shortestPassword } from '../limits.ts'

export const Password = Type.String({ minLength: shortestPassword, maxLength: longestPassword, writeOnly: true })
export const workshopRoles = ['member', 'manager'] as const
export const tokenScopes = ['read', 'write'] as const

export const User = Type.Object({
  id: Id,
  email: Type.String(),
  display_name: Type.String(),
  locale: Type.String(),
  is_superuser: Type.Boolean(),
  is_active: Type.Boolean(),
  default_workshop_id: Nullable(Id),
  created_at: Timestamp,
})
export type User = Static<typeof User>

/** People about themselves. */
export const OwnUser = Type.Object({
  ...User.properties,
  /** How they like the app, on every device; the server keeps what it does not know. */
  preferences: JsonObjectSchema,
})
export type OwnUser = Static<typeof OwnUser>

export const NewUser = Closed({
  email: Email,
  password: Password,
  display_name: Type.Optional(Name),
  locale: Type.Optional(Locale),
  is_superuser: Type.Optional(Type.Boolean()),
  workshop_id: Type.Optional(Id),
  role: Type.Optional(oneOf(workshopRoles)),
})
export type NewUser = Static<typeof NewUser>

export const UserChanges = Closed({
  email: Type.Optional(Email),
  display_name: Type.Optional(Name),
  locale: Type.Optional(Locale),
  is_superuser: Type.Optional(Type.Boolean()),
  is_active: Type.Optional(Type.Boolean()),
  default_workshop_id: Type.Optional(Id),
  password: Type.Optional(Password),
})
export type UserChanges = Static<typeof UserChanges>

/** What people may change of themselves. */
export const OwnChanges = Closed({
  display_name: Type.Optional(Name),
  locale: Type.Optional(Locale),
  default_workshop_id: Type.Optional(Id),
  /** Put over what there is, entry by entry; null takes one away. At most 16 kB in all. */
  preferences: Type.Optional(JsonObjectSchema),
})
export type OwnChanges = Static<typeof OwnChanges>

export const TokenPair = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds.' }),
  refresh_token: Type.String(),
  user_id: Type.Integer({ description: 'Whose they are.' }),
})
export type TokenPair = Static<typeof TokenPair>

export const ApiToken = Type.Object({
  id: Id,
  name: Type.String(),
  scope: oneOf(tokenScopes),
  created_at: Timestamp,
  expires_at: Nullable(Timestamp),
  last_used_at: Nullable(Timestamp),
  token: Type.Optional(Type.String({ description: 'Shown once, when it is made.' })),
})
export type ApiToken = Static<typeof ApiToken>

export const NewApiToken = Closed({
  name: Name,
  scope: Type.Optional(oneOf(tokenScopes)),
  expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
})
export type NewApiToken = Static<typeof NewApiToken>

export const Workshop = Type.Object({
  id: Id,
  name: Type.String(),
  description: Nullable(Type.String()),
  role: Nullable(oneOf(workshopRoles)),
  member_count: Type.Integer(),
  created_at: Timestamp,
})
export type Workshop = Static<typeof Workshop>

export const Member = Type.Object({
  user_id: Id,
  email: Type.String(),
  display_name: Type.String(),
  role: oneOf(workshopRoles),
  joined_at: Timestamp,
})
export type Member = Static<typeof Member>
