import { Type, type Static } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Description, Id, Name, Nullable, Page, pageQuery, Timestamp } from '../http/schemas.ts'

/** What groups workflows and executions of a workshop. */
export const Project = Type.Object({
  id: Id,
  workshop_id: Id,
  name: Type.String(),
  description: Nullable(Type.String()),
  created_by: Nullable(Id),
  created_at: Timestamp,
  updated_at: Timestamp,
  workflow_count: Type.Integer({ description: 'Of the workflows in it, those that you may see.' }),
  execution_count: Type.Integer(),
})
export type Project = Static<typeof Project>

const params = Closed({ id: Id })

export const projectRoutes = {
  list: route({
    method: 'GET',
    path: '/projects',
    summary: 'The projects of your workshop, by name.',
    access: 'user',
    query: Closed(pageQuery),
    status: 200,
    response: Page(Project),
  }),
  create: route({
    method: 'POST',
    path: '/projects',
    summary: 'Make a project in your workshop; its name is unique there.',
    access: 'user',
    body: Closed({ name: Name, description: Type.Optional(Nullable(Description)) }),
    status: 201,
    response: Project,
  }),
  get: route({
    method: 'GET',
    path: '/projects/:id',
    summary: 'One project.',
    access: 'user',
    params,
    status: 200,
    response: Project,
  }),
  update: route({
    method: 'PUT',
    path: '/projects/:id',
    summary: 'Change the name or description.',
    access: 'user',
    params,
    body: Closed({ name: Type.Optional(Name), description: Type.Optional(Nullable(Description)) }),
    status: 200,
    response: Project,
  }),
  delete: route({
    method: 'DELETE',
    path: '/projects/:id',
    summary: 'Delete a project; workflows and executions stay, in no project.',
    access: 'user',
    params,
    status: 204,
  }),
}
