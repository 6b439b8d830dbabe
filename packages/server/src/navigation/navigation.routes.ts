import { navigationRoutes as routes } from '@hidesync/contract/navigation/navigation.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { ConversationService } from './conversation.service.ts'
import type { NavigationService } from './navigation.service.ts'

interface Services {
  readonly navigation: NavigationService
  readonly conversations: ConversationService
}

export function registerNavigationRoutes(app: FastifyInstance, { navigation, conversations }: Services): void {
  mount(app, routes.context, ({ params }, context) => navigation.context(params.id, context))
  mount(app, routes.suggestion, ({ params }, context) => navigation.suggestion(params.id, context))
  mount(app, routes.path, ({ params, query }, context) => navigation.path(params.id, query ?? {}, context))
  mount(app, routes.guidance, ({ params }, context) => navigation.guidance(params.id, params.step_id, context))
  mount(app, routes.command, ({ params, body }, context) => conversations.command(params.id, body, context))
  mount(app, routes.voice, ({ params, body }, context) => conversations.voice(params.id, body, context))
  mount(app, routes.gesture, ({ params, body }, context) => conversations.gesture(params.id, body.gesture, context))
}
