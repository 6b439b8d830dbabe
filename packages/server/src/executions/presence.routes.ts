import { presenceRoutes as routes } from '@hidesync/contract/executions/presence.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { PresenceService } from './presence.service.ts'

export function registerPresenceRoutes(
  app: FastifyInstance,
  { presence }: { readonly presence: PresenceService },
): void {
  mount(app, routes.announce, ({ params, body }, context) => presence.announce(params, body.device, context))
  mount(app, routes.leave, ({ params }, context) => presence.leave(params, context))
}
