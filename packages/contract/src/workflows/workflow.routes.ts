import { difficultyLevels, visibilities, workflowStatuses } from '@hidesync/domain/workflows/definition'
import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Name, Nullable, oneOf, Page, pageQuery } from '../http/schemas.ts'
import { NewWorkflow, Step, ValidationReport, Workflow, WorkflowChanges, WorkflowSummary } from './workflow.schemas.ts'

const params = Closed({ id: Id })

export const workflowOrders = [
  'name',
  'created_at',
  'updated_at',
  'estimated_duration',
  'difficulty_level',
  'rating',
  'executions',
] as const

export const workflowRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows',
    summary: 'The workflows that you may read.',
    access: 'user',
    query: Closed({
      ...pageQuery,
      search: Type.Optional(Type.String({ maxLength: 200 })),
      status: Type.Optional(oneOf(workflowStatuses)),
      is_template: Type.Optional(Type.Boolean()),
      difficulty_level: Type.Optional(oneOf(difficultyLevels)),
      project_id: Type.Optional(Id),
      category: Type.Optional(Type.String({ maxLength: 100 })),
      order_by: Type.Optional(oneOf(workflowOrders)),
      order_dir: Type.Optional(oneOf(['asc', 'desc'] as const)),
    }),
    status: 200,
    response: Page(WorkflowSummary),
  }),
  create: route({
    method: 'POST',
    path: '/workflows',
    summary: 'Make an empty workflow: a draft, private unless stated.',
    access: 'user',
    body: NewWorkflow,
    status: 201,
    response: WorkflowSummary,
  }),
  templates: route({
    method: 'GET',
    path: '/workflows/templates',
    summary: 'Published templates that you may use, newest first.',
    access: 'user',
    query: Closed({
      ...pageQuery,
      search: Type.Optional(Type.String({ maxLength: 200 })),
      difficulty_level: Type.Optional(oneOf(difficultyLevels)),
      category: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    status: 200,
    response: Type.Array(WorkflowSummary),
  }),
  get: route({
    method: 'GET',
    path: '/workflows/:id',
    summary: 'One workflow with its steps, connections and outcomes.',
    access: 'user',
    params,
    status: 200,
    response: Workflow,
  }),
  update: route({
    method: 'PUT',
    path: '/workflows/:id',
    summary: 'Change any subset of the writable fields.',
    access: 'user',
    params,
    body: WorkflowChanges,
    status: 200,
    response: WorkflowSummary,
  }),
  delete: route({
    method: 'DELETE',
    path: '/workflows/:id',
    summary: 'Delete a workflow; executions that run on it go on.',
    access: 'user',
    params,
    status: 204,
  }),
  steps: route({
    method: 'GET',
    path: '/workflows/:id/steps',
    summary: 'The steps in display order, with resources and decision options.',
    access: 'user',
    params,
    status: 200,
    response: Type.Array(Step),
  }),
  validation: route({
    method: 'GET',
    path: '/workflows/:id/validation',
    summary: 'All findings of the validation.',
    access: 'user',
    params,
    status: 200,
    response: ValidationReport,
  }),
  publish: route({
    method: 'POST',
    path: '/workflows/:id/publish',
    summary: 'Publish as a template, public unless stated.',
    access: 'user',
    params,
    body: Type.Optional(Nullable(Closed({ visibility: Type.Optional(oneOf(visibilities)) }))),
    status: 200,
    response: WorkflowSummary,
  }),
  duplicate: route({
    method: 'POST',
    path: '/workflows/:id/duplicate',
    summary: 'Make a private draft of your own with everything in it.',
    access: 'user',
    params,
    body: Type.Optional(
      Nullable(Closed({ new_name: Type.Optional(Name), as_template: Type.Optional(Type.Boolean()) })),
    ),
    status: 201,
    response: WorkflowSummary,
  }),
}
