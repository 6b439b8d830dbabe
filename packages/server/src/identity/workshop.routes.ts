import { workshopRoutes as routes } from '@hidesync/contract/identity/identity.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { MemberService } from './member.service.ts'
import type { WorkshopService } from './workshop.service.ts'

interface Services {
  readonly workshops: WorkshopService
  readonly members: MemberService
}

export function registerWorkshopRoutes(app: FastifyInstance, { workshops, members }: Services): void {
  mount(app, routes.list, ({ query }, context) => workshops.list(query ?? {}, context))
  mount(app, routes.create, ({ body }, context) => workshops.create(body, context))
  mount(app, routes.get, ({ params }, context) => workshops.get(params.id, context))
  mount(app, routes.update, ({ params, body }, context) => workshops.update(params.id, body, context))
  mount(app, routes.listMembers, ({ params, query }, context) => members.list(params.id, query ?? {}, context))
  mount(app, routes.addMember, ({ params, body }, context) => members.add(params.id, body, context))
  mount(app, routes.updateMember, ({ params, body }, context) =>
    members.setRole({ workshopId: params.id, userId: params.user_id }, body.role, context),
  )
  mount(app, routes.removeMember, ({ params }, context) => members.remove(params.id, params.user_id, context))
}
