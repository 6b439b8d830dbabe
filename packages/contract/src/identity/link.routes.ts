import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { Password, TokenPair } from './identity.schemas.ts'
import {
  Invitation,
  InvitationView,
  LinkToken,
  MadeInvitation,
  NewAccount,
  NewInvitation,
  ResetLink,
  ResetView,
} from './link.schemas.ts'

const byToken = Closed({ token: LinkToken })

export const invitationRoutes = {
  create: route({
    method: 'POST',
    path: '/workshops/:id/invitations',
    summary: 'Make a link by which one person joins the workshop (managers); it is shown in this answer only.',
    access: 'user',
    atStations: false,
    params: Closed({ id: Id }),
    body: NewInvitation,
    status: 201,
    response: MadeInvitation,
  }),
  list: route({
    method: 'GET',
    path: '/workshops/:id/invitations',
    summary: 'Invitations that nobody has used yet, the newest first (managers).',
    access: 'user',
    params: Closed({ id: Id }),
    status: 200,
    response: Type.Array(Invitation),
  }),
  remove: route({
    method: 'DELETE',
    path: '/workshops/:id/invitations/:invitation_id',
    summary: 'Take an invitation back (managers).',
    access: 'user',
    atStations: false,
    params: Closed({ id: Id, invitation_id: Id }),
    status: 204,
  }),
  view: route({
    method: 'GET',
    path: '/invitations/:token',
    summary: 'What an invitation is for; 404 once it was used or taken back.',
    access: 'open',
    refuses: [404],
    params: byToken,
    status: 200,
    response: InvitationView,
  }),
  accept: route({
    method: 'POST',
    path: '/invitations/:token',
    summary: 'Make an account by an invitation, and sign in. The refresh token is also set as an HttpOnly cookie.',
    access: 'open',
    refuses: [404, 410],
    params: byToken,
    body: NewAccount,
    status: 201,
    response: TokenPair,
  }),
}

export const passwordResetRoutes = {
  create: route({
    method: 'POST',
    path: '/users/:id/reset-link',
    summary:
      'Make a link by which somebody sets a new password, good for a day: for a superuser, and for who manages all workshops of that person. No mail is sent.',
    access: 'user',
    atStations: false,
    params: Closed({ id: Id }),
    status: 201,
    response: ResetLink,
  }),
  view: route({
    method: 'GET',
    path: '/password-resets/:token',
    summary: 'Whose password a link sets; 404 once it was used.',
    access: 'open',
    refuses: [404],
    params: byToken,
    status: 200,
    response: ResetView,
  }),
  use: route({
    method: 'POST',
    path: '/password-resets/:token',
    summary: 'Set the new password, end all other sessions, and sign in.',
    access: 'open',
    refuses: [404, 410],
    params: byToken,
    body: Closed({ password: Password }),
    status: 200,
    response: TokenPair,
  }),
}
