import { Type, type Static } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Nullable, Timestamp } from '../http/schemas.ts'
import { Workflow, WorkflowSummary } from './workflow.schemas.ts'

export const WorkflowLink = Type.Object({ id: Id, created_at: Timestamp, expires_at: Nullable(Timestamp) })
export type WorkflowLink = Static<typeof WorkflowLink>

export const MadeWorkflowLink = Type.Object({
  ...WorkflowLink.properties,
  token: Type.String(),
  url: Type.String({ description: 'For whom it is meant for; a path of the web app where PUBLIC_URL is not set.' }),
})
export type MadeWorkflowLink = Static<typeof MadeWorkflowLink>

export const NewWorkflowLink = Closed({
  expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
})
export type NewWorkflowLink = Static<typeof NewWorkflowLink>

/** What says who somebody is, or what else there is. */
export const leftOutOfShared = ['created_by', 'project_id', 'copied_from', 'permissions'] as const

export const SharedWorkflow = Type.Omit(Workflow, leftOutOfShared)
export type SharedWorkflow = Static<typeof SharedWorkflow>

const params = Closed({ id: Id })
const byToken = Closed({ token: Type.String({ minLength: 10, maxLength: 100, pattern: '^[\\w-]+$' }) })

export const linkRoutes = {
  create: route({
    method: 'POST',
    path: '/workflows/:id/links',
    summary:
      'Make a link by which anybody who has it reads the workflow as it stands; it is shown in this answer only.',
    access: 'user',
    atStations: false,
    params,
    body: Type.Optional(Nullable(NewWorkflowLink)),
    status: 201,
    response: MadeWorkflowLink,
  }),
  list: route({
    method: 'GET',
    path: '/workflows/:id/links',
    summary: 'The links to a workflow, for those who may share it, the newest first.',
    access: 'user',
    params,
    status: 200,
    response: Type.Array(WorkflowLink),
  }),
  remove: route({
    method: 'DELETE',
    path: '/workflows/:id/links/:link_id',
    summary: 'Take a link back; it ends at once.',
    access: 'user',
    params: Closed({ id: Id, link_id: Id }),
    status: 204,
  }),
  read: route({
    method: 'GET',
    path: '/shared/:token',
    summary: 'The workflow of a link, in your language; 404 once the link has ended.',
    access: 'open',
    refuses: [404],
    params: byToken,
    status: 200,
    response: SharedWorkflow,
  }),
  copy: route({
    method: 'POST',
    path: '/shared/:token/copy',
    summary: 'Make a private draft of your own of the workflow of a link.',
    access: 'user',
    atStations: false,
    params: byToken,
    status: 201,
    response: WorkflowSummary,
  }),
}
