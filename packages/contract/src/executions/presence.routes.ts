import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { Announcement, DeviceId, Presence } from './presence.schemas.ts'

const params = Closed({ id: Id, device_id: DeviceId })

export const presenceRoutes = {
  announce: route({
    method: 'PUT',
    path: '/workflows/executions/:id/presence/:device_id',
    summary:
      'Say that a run is open on this device, which counts for a minute. Answers with the other devices that it is open on, the first to open it first.',
    access: 'user',
    params,
    body: Announcement,
    status: 200,
    response: Type.Array(Presence),
  }),
  leave: route({
    method: 'DELETE',
    path: '/workflows/executions/:id/presence/:device_id',
    summary: 'Say that a run is no longer open on this device.',
    access: 'user',
    params,
    status: 204,
  }),
}
