import { projectRoutes as routes } from '@hidesync/contract/inventory/project.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { ProjectService } from './project.service.ts'

export function registerProjectRoutes(app: FastifyInstance, { projects }: { readonly projects: ProjectService }): void {
  mount(app, routes.list, ({ query }, context) => projects.list(query ?? {}, context))
  mount(app, routes.create, ({ body }, context) => projects.create(body, context))
  mount(app, routes.get, ({ params }, context) => projects.get(params.id, context))
  mount(app, routes.update, ({ params, body }, context) => projects.update(params.id, body, context))
  mount(app, routes.delete, ({ params }, context) => projects.delete(params.id, context))
}
