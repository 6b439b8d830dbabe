import { themeRoutes as routes } from '@hidesync/contract/themes/theme.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { ThemeService } from './theme.service.ts'

export function registerThemeRoutes(app: FastifyInstance, { themes }: { readonly themes: ThemeService }): void {
  mount(app, routes.list, (_, context) => themes.list(context))
  mount(app, routes.create, ({ body }, context) => themes.create(body, context))
  mount(app, routes.get, ({ params }, context) => themes.get(params.id, context))
  mount(app, routes.update, ({ params, body }, context) => themes.update(params.id, body, context))
  mount(app, routes.delete, ({ params }, context) => themes.delete(params.id, context))
}
