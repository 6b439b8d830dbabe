import { Type, type Static } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Name, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

const Pin = Type.String({ pattern: '^[0-9]{4,8}$', description: 'four to eight digits' })

export const Station = Type.Object({ id: Id, name: Type.String(), created_at: Timestamp })
export type Station = Static<typeof Station>

export const MadeStation = Type.Object({
  ...Station.properties,
  token: Type.String({ description: 'For the device; shown once.' }),
})
export type MadeStation = Static<typeof MadeStation>

/** What a station shows while nobody is signed in at it. */
export const StationView = Type.Object({
  id: Id,
  name: Type.String(),
  workshop_id: Id,
  workshop_name: Type.String(),
  operators: Type.Array(Type.Object({ id: Id, display_name: Type.String(), has_pin: Type.Boolean() })),
  runs: Type.Array(
    Type.Object({
      id: Id,
      workflow_id: Id,
      workflow_name: Type.String(),
      status: oneOf(['active', 'paused']),
      started_by: Id,
      started_by_name: Nullable(Type.String()),
      current_step_id: Nullable(Id),
      current_step_name: Nullable(Type.String()),
      progress_percentage: Type.Number(),
      updated_at: Timestamp,
    }),
    { description: 'Active and paused runs of the workshop, the last used first, 50 at most.' },
  ),
})
export type StationView = Static<typeof StationView>

export const StationSession = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds.' }),
})
export type StationSession = Static<typeof StationSession>

const params = Closed({ id: Id })

export const stationRoutes = {
  create: route({
    method: 'POST',
    path: '/workshops/:id/stations',
    summary: 'Register a device at which people take turns by PIN (managers); its token is shown in this answer only.',
    access: 'user',
    params,
    body: Closed({ name: Name }),
    status: 201,
    response: MadeStation,
  }),
  list: route({
    method: 'GET',
    path: '/workshops/:id/stations',
    summary: 'The stations of the workshop (managers).',
    access: 'user',
    params,
    status: 200,
    response: Type.Array(Station),
  }),
  remove: route({
    method: 'DELETE',
    path: '/workshops/:id/stations/:station_id',
    summary: 'Take a station away (managers); who is signed in at it is signed out.',
    access: 'user',
    params: Closed({ id: Id, station_id: Id }),
    status: 204,
  }),
  me: route({
    method: 'GET',
    path: '/stations/me',
    summary: 'What the station shows while nobody is signed in: takes the station’s token as bearer token.',
    access: 'open',
    status: 200,
    response: StationView,
  }),
  setPin: route({
    method: 'POST',
    path: '/users/me/pin',
    summary: 'Set the PIN by which you sign in at stations.',
    access: 'user',
    body: Closed({ pin: Pin }),
    status: 204,
  }),
  removePin: route({
    method: 'DELETE',
    path: '/users/me/pin',
    summary: 'No longer sign in at stations.',
    access: 'user',
    status: 204,
  }),
  signIn: route({
    method: 'POST',
    path: '/auth/pin',
    summary:
      'Sign in at a station, for a quarter of an hour and without a refresh token; a superuser is an ordinary member there. Five wrong PINs lock for five minutes.',
    access: 'open',
    body: Closed({ station_token: Type.String({ maxLength: 200 }), user_id: Id, pin: Pin }),
    status: 200,
    response: StationSession,
  }),
}
