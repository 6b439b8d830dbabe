import { difficultyLevels, visibilities, workflowStatuses } from '@hidesync/domain/workflows/definition'
import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Minutes, Name, Nullable, oneOf, pageQuery } from '../http/schemas.ts'
import { mostDeletedAtOnce } from '../limits.ts'
import { WorkflowFacets, WorkflowPage, WorkflowStatistics } from './workflow-lists.schemas.ts'
import {
  BulkDeletion,
  NewWorkflow,
  Step,
  PublishedWorkflow,
  ValidationReport,
  Workflow,
  WorkflowChanges,
  WorkflowSummary,
} from './workflow.schemas.ts'

const params = Closed({ id: Id })

export const workflowOrders = [
  'name',
  'created_at',
  'updated_at',
  'estimated_duration',
  'difficulty_level',
  'rating',
  'executions',
  'relevance',
] as const

const TagText = Type.String({ minLength: 1, maxLength: 50 })

/** What templates can be narrowed down by. */
const templateFilters = {
  search: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Words, their beginnings and small slips, without regard to case or accents.',
    }),
  ),
  difficulty_level: Type.Optional(oneOf(difficultyLevels)),
  category: Type.Optional(Type.String({ maxLength: 100 })),
  tag: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Array(TagText, { maxItems: 10 })], {
      description: 'All of these: repeated, or with commas between them.',
    }),
  ),
  language: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$',
      maxLength: 35,
      description: 'a language that it was written in or translated into; “de” finds “de-AT”, too',
    }),
  ),
  duration_min: Type.Optional(Minutes),
  duration_max: Type.Optional(Minutes),
  rating_min: Type.Optional(Type.Number({ minimum: 1, maximum: 5 })),
  created_by: Type.Optional(Id),
}

/** What lists can be narrowed down by. */
const workflowFilters = {
  ...templateFilters,
  status: Type.Optional(oneOf(workflowStatuses)),
  is_template: Type.Optional(Type.Boolean()),
  project_id: Type.Optional(Id),
  visibility: Type.Optional(oneOf(visibilities)),
  shared_with_me: Type.Optional(
    Type.Boolean({ description: 'Only those of others that were shared with you or your workshops.' }),
  ),
}

const order = {
  order_by: Type.Optional(oneOf(workflowOrders)),
  order_dir: Type.Optional(oneOf(['asc', 'desc'] as const)),
}

export const workflowRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows',
    summary: 'The workflows that you may read.',
    access: 'user',
    query: Closed({
      ...pageQuery,
      ...workflowFilters,
      ...order,
      cursor: Type.Optional(Type.String({ maxLength: 1000, description: 'The next_cursor of the page before.' })),
    }),
    status: 200,
    response: WorkflowPage,
  }),
  facets: route({
    method: 'GET',
    path: '/workflows/facets',
    summary: 'How many of the workflows that such a list shows are in each category, of each level, and so on.',
    access: 'user',
    query: Closed(workflowFilters),
    status: 200,
    response: WorkflowFacets,
  }),
  create: route({
    method: 'POST',
    path: '/workflows',
    summary: 'Make an empty workflow: a draft, private unless stated.',
    access: 'user',
    atStations: false,
    body: NewWorkflow,
    status: 201,
    response: WorkflowSummary,
  }),
  templates: route({
    method: 'GET',
    path: '/workflows/templates',
    summary: 'Published templates that you may use, the last changed first unless stated.',
    access: 'user',
    query: Closed({ ...pageQuery, ...templateFilters, ...order }),
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
    versioned: true,
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
    versioned: true,
    params,
    status: 204,
  }),
  deleteSeveral: route({
    method: 'DELETE',
    path: '/workflows/bulk',
    summary: 'Delete several workflows: all that can be. Where some can not, 207 says which, and why.',
    access: 'user',
    body: Closed({ workflow_ids: Type.Array(Id, { minItems: 1, maxItems: mostDeletedAtOnce }) }),
    status: 204,
    otherwise: { status: 207, response: BulkDeletion },
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
  statistics: route({
    method: 'GET',
    path: '/workflows/:id/statistics',
    summary: 'What became of its executions.',
    access: 'user',
    params,
    status: 200,
    response: WorkflowStatistics,
  }),
  publish: route({
    method: 'POST',
    path: '/workflows/:id/publish',
    summary: 'Publish as a template, public unless stated.',
    access: 'user',
    versioned: true,
    params,
    body: Type.Optional(Nullable(Closed({ visibility: Type.Optional(oneOf(visibilities)) }))),
    status: 200,
    response: PublishedWorkflow,
  }),
  duplicate: route({
    method: 'POST',
    path: '/workflows/:id/duplicate',
    summary: 'Make a private draft of your own with everything in it.',
    access: 'user',
    atStations: false,
    params,
    body: Type.Optional(
      Nullable(Closed({ new_name: Type.Optional(Name), as_template: Type.Optional(Type.Boolean()) })),
    ),
    status: 201,
    response: WorkflowSummary,
  }),
}
