import { userRoutes as routes } from '@hidesync/contract/identity/identity.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { OwnAccountService } from './own-account.service.ts'
import type { UserService } from './user.service.ts'

interface Services {
  readonly users: UserService
  readonly ownAccount: OwnAccountService
}

export function registerUserRoutes(app: FastifyInstance, { users, ownAccount }: Services): void {
  mount(app, routes.me, (_, context) => ownAccount.get(context))
  mount(app, routes.updateMe, ({ body }, context) => ownAccount.update(body, context))
  mount(app, routes.changePassword, ({ body }, context) => ownAccount.changePassword(body, context), {
    before: app.runtime.countSignIn,
  })
  mount(app, routes.listTokens, (_, context) => ownAccount.listTokens(context))
  mount(app, routes.createToken, ({ body }, context) => ownAccount.createToken(body, context))
  mount(app, routes.deleteToken, ({ params }, context) => ownAccount.deleteToken(params.id, context))

  mount(app, routes.list, ({ query }) => users.list(query ?? {}))
  mount(app, routes.create, ({ body }, context) => users.create(body, context))
  mount(app, routes.get, ({ params }) => users.get(params.id))
  mount(app, routes.update, ({ params, body }) => users.update(params.id, body))
  mount(app, routes.delete, ({ params }) => users.delete(params.id))
}
