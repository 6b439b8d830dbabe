import { homeRoutes as routes } from '@hidesync/contract/executions/home.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { HomeService } from './home.service.ts'

export function registerHomeRoutes(app: FastifyInstance, { home }: { readonly home: HomeService }): void {
  mount(app, routes.home, (_, context) => home.home(context))
}
