import { Type, type Static } from '@sinclair/typebox'
import { Closed, Email, Id, Locale, Name, Nullable, oneOf, Timestamp } from '../http/schemas.ts'
import { Password, workshopRoles } from './identity.schemas.ts'

/** What stands in a link; long enough that nobody guesses one. */
export const LinkToken = Type.String({ minLength: 10, maxLength: 100, pattern: '^[\\w-]+$' })

/** Shown once: only a hash of the token is kept. */
const shownOnce = {
  token: Type.String(),
  url: Type.String({
    description: 'For the person it is meant for; a path of the web app where PUBLIC_URL is not set.',
  }),
}

export const Invitation = Type.Object({
  id: Id,
  email: Nullable(Type.String()),
  role: oneOf(workshopRoles),
  invited_by: Nullable(Type.String()),
  created_at: Timestamp,
  expires_at: Timestamp,
})
export type Invitation = Static<typeof Invitation>

export const NewInvitation = Closed({
  email: Type.Optional(Nullable(Email)),
  role: Type.Optional(oneOf(workshopRoles)),
  expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
})
export type NewInvitation = Static<typeof NewInvitation>

export const MadeInvitation = Type.Object({ ...Invitation.properties, ...shownOnce })
export type MadeInvitation = Static<typeof MadeInvitation>

/** What whoever has the link sees of it. */
export const InvitationView = Type.Object({
  workshop_name: Type.String(),
  role: oneOf(workshopRoles),
  invited_by: Nullable(Type.String()),
  email: Nullable(Type.String()),
  expires_at: Timestamp,
  expired: Type.Boolean(),
})
export type InvitationView = Static<typeof InvitationView>

export const NewAccount = Closed({
  display_name: Name,
  email: Email,
  password: Password,
  locale: Type.Optional(Locale),
})
export type NewAccount = Static<typeof NewAccount>

export const ResetLink = Type.Object({ ...shownOnce, expires_at: Timestamp })
export type ResetLink = Static<typeof ResetLink>

export const ResetView = Type.Object({
  display_name: Type.String(),
  email: Type.String(),
  expires_at: Timestamp,
  expired: Type.Boolean(),
})
export type ResetView = Static<typeof ResetView>
