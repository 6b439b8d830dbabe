import { workflowRoutes as routes } from '@hidesync/contract/workflows/workflow.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { WorkflowBulkService } from './workflow-bulk.service.ts'
import type { WorkflowCopyService } from './workflow-copy.service.ts'
import type { WorkflowListService } from './workflow-list.service.ts'
import type { WorkflowPublishService } from './workflow-publish.service.ts'
import type { WorkflowService } from './workflow.service.ts'

export interface WorkflowServices {
  readonly workflows: WorkflowService
  readonly workflowBulk: WorkflowBulkService
  readonly workflowCopies: WorkflowCopyService
  readonly workflowLists: WorkflowListService
  readonly workflowPublishing: WorkflowPublishService
}

export function registerWorkflowRoutes(app: FastifyInstance, services: WorkflowServices): void {
  const { workflows, workflowBulk, workflowCopies, workflowLists, workflowPublishing } = services

  mount(app, routes.list, ({ query }, context) => workflowLists.list(query ?? {}, context))
  mount(app, routes.facets, ({ query }, context) => workflowLists.facets(query ?? {}, context))
  mount(app, routes.templates, ({ query }, context) => workflowLists.templates(query ?? {}, context))
  mount(app, routes.create, ({ body }, context) => workflows.create(body, context))
  mount(app, routes.get, ({ params }, context) => workflows.get(params.id, context))
  mount(app, routes.update, ({ params, body }, context) => workflows.update(params.id, body, context))
  mount(app, routes.delete, ({ params }, context) => workflows.delete(params.id, context))
  mount(app, routes.deleteSeveral, ({ body }, context) => workflowBulk.delete(body.workflow_ids, context))
  mount(app, routes.steps, ({ params }, context) => workflows.steps(params.id, context))
  mount(app, routes.validation, ({ params }, context) => workflows.validation(params.id, context))
  mount(app, routes.statistics, ({ params }, context) => workflowLists.statistics(params.id, context))
  mount(app, routes.publish, ({ params, body }, context) =>
    workflowPublishing.publish(params.id, body?.visibility, context),
  )
  mount(app, routes.duplicate, ({ params, body }, context) => workflowCopies.duplicate(params.id, body ?? {}, context))
}
