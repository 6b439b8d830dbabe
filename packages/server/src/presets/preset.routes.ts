import { presetRoutes as routes } from '@hidesync/contract/presets/preset.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { PresetService } from './preset.service.ts'

export function registerPresetRoutes(app: FastifyInstance, { presets }: { readonly presets: PresetService }): void {
  mount(app, routes.library, () => presets.library())
  mount(app, routes.import, ({ body, query }, context) => presets.import(body, query ?? {}, context))
  mount(app, routes.validate, async ({ body }) => presets.validate(body))
  mount(app, routes.export, ({ params }, context) => presets.export(params.id, context))
}
