import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, json, Nullable, Page, pageQuery } from '../http/schemas.ts'
import { Comparison, Revision, RevisionDetails, SavedDefinition } from './revision.schemas.ts'

const RevisionNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 })
const Note = Type.String({ minLength: 1, maxLength: 500 })

/** Whole graphs: saving one, and the states that are kept. */
export const revisionRoutes = {
  save: route({
    method: 'PUT',
    path: '/workflows/:id/definition',
    summary:
      'Save the whole graph in one transaction; parts that the workflow knows keep their ids. Says what changed.',
    access: 'user',
    versioned: true,
    params: Closed({ id: Id }),
    // The graph is checked by the domain, which finds everything at once and says where. It may be large, so it is not read where
    // everybody waits for it.
    body: json,
    consumes: ['application/json'],
    status: 200,
    response: SavedDefinition,
  }),
  list: route({
    method: 'GET',
    path: '/workflows/:id/revisions',
    summary: 'The states that were published, started on or kept on request, the newest first.',
    access: 'user',
    params: Closed({ id: Id }),
    query: Closed(pageQuery),
    status: 200,
    response: Page(Revision),
  }),
  keep: route({
    method: 'POST',
    path: '/workflows/:id/revisions',
    summary: 'Keep the present draft as a revision, with a note if you like.',
    access: 'user',
    versioned: true,
    params: Closed({ id: Id }),
    body: Type.Optional(Nullable(Closed({ note: Type.Optional(Nullable(Note)) }))),
    status: 201,
    response: Revision,
  }),
  read: route({
    method: 'GET',
    path: '/workflows/:id/revisions/:revision',
    summary: 'One revision with its graph.',
    access: 'user',
    params: Closed({ id: Id, revision: RevisionNumber }),
    status: 200,
    response: RevisionDetails,
  }),
  compare: route({
    method: 'GET',
    path: '/workflows/:id/revisions/:revision/compare/:other',
    summary: 'What changed from one revision to another, or to the draft.',
    access: 'user',
    params: Closed({
      id: Id,
      revision: RevisionNumber,
      other: Type.String({ pattern: '^([1-9]\\d{0,8}|draft)$', description: 'the number of a revision, or “draft”' }),
    }),
    status: 200,
    response: Comparison,
  }),
  restore: route({
    method: 'POST',
    path: '/workflows/:id/revisions/:revision/restore',
    summary: 'Make a revision the draft again; the draft in hand becomes a revision first.',
    access: 'user',
    versioned: true,
    params: Closed({ id: Id, revision: RevisionNumber }),
    status: 200,
    response: SavedDefinition,
  }),
}
