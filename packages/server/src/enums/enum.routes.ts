import { enumRoutes as routes } from '@hidesync/contract/enums/enum.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { EnumService } from './enum.service.ts'

export function registerEnumRoutes(app: FastifyInstance, { enums }: { readonly enums: EnumService }): void {
  mount(app, routes.list, ({ params, query }, context) => enums.list(params.type, query ?? {}, context))
  mount(app, routes.create, ({ params, body }, context) => enums.create(params.type, body, context))
  mount(app, routes.update, ({ params, body }, context) => enums.update(params.type, params.code, body, context))
  mount(app, routes.delete, ({ params }, context) => enums.delete(params.type, params.code, context))
}
