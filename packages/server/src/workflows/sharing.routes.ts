import { sharingRoutes as routes } from '@hidesync/contract/workflows/sharing.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { WorkflowShareService } from './workflow-share.service.ts'

export function registerSharingRoutes(
  app: FastifyInstance,
  { workflowShares }: { readonly workflowShares: WorkflowShareService },
): void {
  mount(app, routes.list, ({ params }, context) => workflowShares.list(params.id, context))
  mount(app, routes.put, ({ params, body }, context) => workflowShares.put(params.id, body, context))
  mount(app, routes.removePerson, ({ params: { id, user_id } }, context) =>
    workflowShares.remove(id, { user_id, workshop_id: null }, context),
  )
  mount(app, routes.removeWorkshop, ({ params: { id, workshop_id } }, context) =>
    workflowShares.remove(id, { user_id: null, workshop_id }, context),
  )
}
