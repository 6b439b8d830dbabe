import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Locale, oneOf } from '../http/schemas.ts'
import {
  Translation,
  TranslationInput,
  TranslationReport,
  TranslationStatus,
  TranslatorFile,
} from './translation.schemas.ts'

const params = Closed({ id: Id, locale: Locale })

export const translationRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows/:id/translations',
    summary: 'The languages that a workflow was translated into, and how complete each is.',
    access: 'user',
    params: Closed({ id: Id }),
    status: 200,
    response: Type.Array(TranslationStatus),
  }),
  get: route({
    method: 'GET',
    path: '/workflows/:id/translations/:locale',
    summary: 'The texts in one language; with `format` a file for translators with the source of each text beside it.',
    access: 'user',
    params,
    query: Closed({ format: Type.Optional(oneOf(['json', 'csv'] as const)) }),
    status: 200,
    response: Type.Union([Translation, TranslatorFile]),
    produces: ['text/csv'],
  }),
  put: route({
    method: 'PUT',
    path: '/workflows/:id/translations/:locale',
    summary:
      'Replace the texts in one language; a file of a translator (`texts`, or CSV) adds to them, and a report says what was taken.',
    access: 'user',
    versioned: true,
    params,
    query: Closed({
      confirm: Type.Optional(
        Type.Boolean({ description: 'Texts that stay as they are were looked over: they are no longer outdated.' }),
      ),
    }),
    body: TranslationInput,
    consumes: ['text/csv'],
    status: 200,
    response: Type.Union([Translation, TranslationReport]),
  }),
  delete: route({
    method: 'DELETE',
    path: '/workflows/:id/translations/:locale',
    summary: 'Remove the texts in one language.',
    access: 'user',
    versioned: true,
    params,
    status: 204,
  }),
}
