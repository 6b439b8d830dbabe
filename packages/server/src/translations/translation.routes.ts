import { translationRoutes as routes } from '@hidesync/contract/translations/translation.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { TranslationService } from './translation.service.ts'

export function registerTranslationRoutes(
  app: FastifyInstance,
  { translations }: { readonly translations: TranslationService },
): void {
  mount(app, routes.list, ({ params }, context) => translations.list(params.id, context))
  mount(app, routes.get, ({ params, query }, context) =>
    translations.get(params.id, { locale: params.locale, format: query?.format }, context),
  )
  mount(app, routes.put, ({ params, query, body }, context) =>
    translations.put(params.id, { locale: params.locale, confirm: query?.confirm }, body, context),
  )
  mount(app, routes.delete, ({ params }, context) => translations.delete(params.id, params.locale, context))
}
