import { partLimits, textLimits } from '@hidesync/domain/presets/text-rules'
import { partKinds } from '@hidesync/domain/translations/text-unit'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Id, Nullable, oneOf } from '../http/schemas.ts'

const text = (maxLength: number) => Type.Optional(Nullable(Type.String({ maxLength })))
const list = (maxLength: number, maxItems: number) => Type.Array(Type.String({ maxLength }), { maxItems })
const texts = (maxLength: number) => Type.Optional(Nullable(list(maxLength, 50)))

/** Parts by their id, written as text. */
const byId = <T extends ReturnType<typeof Closed>>(schema: T) =>
  Type.Optional(
    Nullable(Type.Record(Type.String({ pattern: '^[1-9][0-9]{0,15}$' }), schema, { additionalProperties: false })),
  )

const named = { name: text(textLimits.name), description: text(textLimits.description) }

const translated = {
  ...named,
  steps: byId(
    Closed({
      ...named,
      instructions: text(textLimits.instructions),
      detailed_instructions: text(textLimits.instructions),
      tips: texts(textLimits.note),
      warnings: texts(textLimits.note),
    }),
  ),
  resources: byId(Closed({ name: text(textLimits.name), notes: text(textLimits.note) })),
  outcomes: byId(
    Closed({
      ...named,
      success_criteria: Type.Optional(
        Nullable(
          Type.Union([Type.String({ maxLength: textLimits.note }), list(textLimits.note, partLimits.criteria)], {
            description: 'As the criteria themselves are: one text, or entry by entry.',
          }),
        ),
      ),
    }),
  ),
  decision_options: byId(Closed({ option_text: text(textLimits.option) })),
  paths: byId(Closed(named)),
}

export const Translation = Closed(translated)
export type Translation = Static<typeof Translation>

const statuses = ['current', 'outdated', 'missing'] as const

/** What a translator sends back: as they got it, or with no more than what is needed. */
const GivenText = Closed({
  part: oneOf(partKinds),
  id: Id,
  field: Type.String({ maxLength: 100 }),
  source: Type.Optional(Type.String({ maxLength: 40_000 })),
  translation: Type.String({ maxLength: 40_000 }),
  status: Type.Optional(oneOf(statuses)),
})

/** A translation, or what a translator's file holds: one of the two. */
export const TranslationInput = Closed({
  ...translated,
  texts: Type.Optional(
    Type.Array(GivenText, { maxItems: 500_000, description: 'The texts of a file; all else is left out then.' }),
  ),
})
export type TranslationInput = Static<typeof TranslationInput>

export const TranslatorFile = Type.Object({
  workflow_id: Id,
  source_locale: Type.String(),
  locale: Type.String(),
  texts: Type.Array(
    Type.Object({
      part: oneOf(partKinds),
      id: Id,
      field: Type.String({ description: 'An entry of a list with its number: `tips.1`.' }),
      source: Type.String(),
      translation: Type.String({ description: 'Empty: not translated.' }),
      status: oneOf(statuses),
    }),
  ),
})
export type TranslatorFile = Static<typeof TranslatorFile>

const Place = Type.Object({ part: oneOf(partKinds), id: Id, field: Type.String() })

export const TranslationStatus = Type.Object({
  locale: Type.String(),
  total: Type.Integer({ description: 'Texts that there are to translate.' }),
  done: Type.Integer({ description: 'Those that are translated, outdated ones included.' }),
  missing_count: Type.Integer(),
  outdated_count: Type.Integer({ description: 'Translated, but the text that they were made from has changed since.' }),
  missing: Type.Array(Place, { description: 'The first 100.' }),
  outdated: Type.Array(Place, { description: 'The first 100.' }),
})
export type TranslationStatus = Static<typeof TranslationStatus>

const Rows = Type.Array(Type.Object({ place: Type.String(), message: Type.String() }), {
  description: 'The first 100.',
})

/** What became of a translator's file. */
export const TranslationReport = Type.Object({
  locale: Type.String(),
  taken: Type.Integer({ description: 'Texts that the file has a translation for, outdated ones included.' }),
  outdated: Type.Integer({ description: 'Made from a text that has changed since the file was written.' }),
  blank: Type.Integer({ description: 'Without a translation: what was there stays.' }),
  unknown_count: Type.Integer({ description: 'Of parts that the workflow does not have, or no longer.' }),
  unknown: Rows,
  total: Type.Integer(),
  done: Type.Integer({ description: 'Translated now, of `total`.' }),
})
export type TranslationReport = Static<typeof TranslationReport>
