import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Page, pageQuery } from '../http/schemas.ts'
import { Comment, PlainText, Rating } from './community.schemas.ts'

const params = Closed({ id: Id })
const commentParams = Closed({ id: Id, comment_id: Id })

export const communityRoutes = {
  rating: route({
    method: 'GET',
    path: '/workflows/:id/rating',
    summary: 'Your stars for a workflow, and what all gave.',
    access: 'user',
    params,
    status: 200,
    response: Rating,
  }),
  rate: route({
    method: 'PUT',
    path: '/workflows/:id/rating',
    summary: 'Give a public workflow of somebody else one to five stars; again replaces them.',
    access: 'user',
    params,
    body: Closed({ stars: Type.Integer({ minimum: 1, maximum: 5 }) }),
    status: 200,
    response: Rating,
  }),
  unrate: route({
    method: 'DELETE',
    path: '/workflows/:id/rating',
    summary: 'Take your stars back.',
    access: 'user',
    params,
    status: 204,
  }),
  comments: route({
    method: 'GET',
    path: '/workflows/:id/comments',
    summary: 'What people say about a workflow, newest first.',
    access: 'user',
    params,
    query: Closed(pageQuery),
    status: 200,
    response: Page(Comment),
  }),
  comment: route({
    method: 'POST',
    path: '/workflows/:id/comments',
    summary: 'Say something about a public workflow, as plain text.',
    access: 'user',
    params,
    body: Closed({ text: PlainText }),
    status: 201,
    response: Comment,
  }),
  deleteComment: route({
    method: 'DELETE',
    path: '/workflows/:id/comments/:comment_id',
    summary: 'Take away a comment: your own, any on a workflow of yours, or any as a superuser.',
    access: 'user',
    params: commentParams,
    status: 204,
  }),
}
