import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { Pack, SyncAnswer, SyncCommands } from './offline.schemas.ts'

const params = Closed({ id: Id })

export const offlineRoutes = {
  pack: route({
    method: 'GET',
    path: '/workflows/executions/:id/pack',
    summary:
      'Everything that a device needs to play the run without the server: revision, state, what can be taken back.',
    access: 'user',
    params,
    status: 200,
    response: Pack,
  }),
  sync: route({
    method: 'POST',
    path: '/workflows/executions/:id/sync',
    summary:
      'Hand over commands that were given without the server, in order. Each is applied or refused once and for all, whatever its neighbours come to.',
    access: 'user',
    params,
    body: SyncCommands,
    status: 200,
    response: SyncAnswer,
  }),
}
