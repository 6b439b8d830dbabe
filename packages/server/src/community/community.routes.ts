import { communityRoutes as routes } from '@hidesync/contract/community/community.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { CommentService } from './comment.service.ts'
import type { RatingService } from './rating.service.ts'

export interface CommunityServices {
  readonly ratings: RatingService
  readonly comments: CommentService
}

export function registerCommunityRoutes(app: FastifyInstance, { ratings, comments }: CommunityServices): void {
  mount(app, routes.rating, ({ params }, context) => ratings.get(params.id, context))
  mount(app, routes.rate, ({ params, body }, context) => ratings.put(params.id, body.stars, context))
  mount(app, routes.unrate, ({ params }, context) => ratings.delete(params.id, context))
  mount(app, routes.comments, ({ params, query }, context) => comments.list(params.id, query ?? {}, context))
  mount(app, routes.comment, ({ params, body }, context) => comments.add(params.id, body.text, context))
  mount(app, routes.deleteComment, ({ params }, context) => comments.delete(params, context))
}
