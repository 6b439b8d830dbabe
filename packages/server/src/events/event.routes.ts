import { eventRoutes as routes } from '@hidesync/contract/events/event.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { EventService } from './event.service.ts'

export function registerEventRoutes(app: FastifyInstance, { events }: { readonly events: EventService }): void {
  mount(app, routes.list, ({ query }, context) => events.list(query ?? {}, context))
  mount(app, routes.stream, ({ query }, context) => events.follow(query ?? {}, context))
}
