import { linkRoutes as routes } from '@hidesync/contract/workflows/link.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { WorkflowLinkService } from './workflow-link.service.ts'

export function registerWorkflowLinkRoutes(
  app: FastifyInstance,
  { workflowLinks }: { readonly workflowLinks: WorkflowLinkService },
): void {
  mount(app, routes.create, ({ params, body }, context) => workflowLinks.create(params.id, body ?? {}, context))
  mount(app, routes.list, ({ params }, context) => workflowLinks.list(params.id, context))
  mount(app, routes.remove, ({ params }, context) => workflowLinks.remove(params.id, params.link_id, context))
  mount(app, routes.read, ({ params }, context) => workflowLinks.read(params.token, context))
  mount(app, routes.copy, ({ params }, context) => workflowLinks.copy(params.token, context))
}
