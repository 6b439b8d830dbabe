import { stationRoutes as routes } from '@hidesync/contract/identity/station.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { AuthService } from './auth.service.ts'
import { refreshCookie, refreshCookieKept } from './hand-over.ts'
import type { StationService } from './station.service.ts'

interface Services {
  readonly stations: StationService
  readonly auth: AuthService
}

export function registerStationRoutes(app: FastifyInstance, { stations, auth }: Services): void {
  mount(app, routes.create, ({ params, body }, context) => stations.create(params.id, body.name, context))
  mount(app, routes.list, ({ params }, context) => stations.list(params.id, context))
  mount(app, routes.remove, ({ params }, context) => stations.remove(params.id, params.station_id, context))
  mount(app, routes.me, (_, context) => stations.view(context))
  mount(app, routes.setPin, ({ body }, context) => stations.setPin(body.pin, context))
  mount(app, routes.removePin, (_, context) => stations.setPin(null, context))
  mount(
    app,
    routes.signIn,
    async ({ body }, context) => {
      context.setHeader('cache-control', 'no-store')
      const session = await stations.signIn(body.station_token, body.user_id, body.pin)
      // Whoever signed in by e-mail on this device before must not come back when the PIN's time is over.
      const before = context.readCookie(refreshCookie)
      context.setCookie(refreshCookie, null, refreshCookieKept)
      if (before !== null) await auth.signOut(before)
      return session
    },
    { before: app.runtime.countStationSignIn },
  )
}
