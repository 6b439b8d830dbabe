import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Name } from '../http/schemas.ts'
import { MadeStation, Pin, Station, StationSession, StationView } from './station.schemas.ts'

const params = Closed({ id: Id })

export const stationRoutes = {
  create: route({
    method: 'POST',
    path: '/workshops/:id/stations',
    summary: 'Register a device at which people take turns by PIN (managers); its token is shown in this answer only.',
    access: 'user',
    atStations: false,
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
    atStations: false,
    params: Closed({ id: Id, station_id: Id }),
    status: 204,
  }),
  me: route({
    method: 'GET',
    path: '/stations/me',
    summary: 'What the station shows while nobody is signed in: takes the station’s token as bearer token.',
    access: 'open',
    refuses: [401],
    status: 200,
    response: StationView,
  }),
  setPin: route({
    method: 'POST',
    path: '/users/me/pin',
    summary: 'Set the PIN by which you sign in at stations.',
    access: 'user',
    atStations: false,
    body: Closed({ pin: Pin }),
    status: 204,
  }),
  removePin: route({
    method: 'DELETE',
    path: '/users/me/pin',
    summary: 'No longer sign in at stations.',
    access: 'user',
    atStations: false,
    status: 204,
  }),
  signIn: route({
    method: 'POST',
    path: '/auth/pin',
    summary:
      'Sign in at a station, for a quarter of an hour and without a refresh token; a superuser is an ordinary member there. Five wrong PINs lock for five minutes.',
    access: 'open',
    refuses: [401],
    body: Closed({ station_token: Type.String({ maxLength: 200, writeOnly: true }), user_id: Id, pin: Pin }),
    status: 200,
    response: StationSession,
  }),
}
