import { setupRoutes as routes } from '@hidesync/contract/identity/setup.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { SetupService } from './setup.service.ts'

export function registerSetupRoutes(app: FastifyInstance, { setup }: { readonly setup: SetupService }): void {
  mount(app, routes.state, () => setup.state())
  mount(app, routes.progress, (_, context) => setup.progress(context))
  mount(app, routes.save, ({ body }, context) => setup.save(body, context))
}
