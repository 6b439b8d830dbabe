import { presetRoutes as routes } from '@hidesync/contract/presets/preset.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { PresetExportService } from './preset-export.service.ts'
import type { PresetService } from './preset.service.ts'

interface Services {
  readonly presets: PresetService
  readonly presetExports: PresetExportService
}

export function registerPresetRoutes(app: FastifyInstance, { presets, presetExports }: Services): void {
  mount(app, routes.library, () => presets.library())
  mount(app, routes.import, ({ body, query }, context) => presets.import(body, query ?? {}, context))
  mount(app, routes.validate, ({ body, query }, context) => presets.validate(body, query ?? {}, context))
  mount(app, routes.export, ({ params, query }, context) => presetExports.export(params.id, query ?? {}, context))
  mount(app, routes.fromWorkflow, ({ params, body }, context) =>
    presetExports.presetFrom(params.id, body ?? {}, context),
  )
}
