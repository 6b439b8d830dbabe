import { pointer } from './json-check.ts'
import { ObjectReader, type Place } from './object-reader.ts'
import type { TranslationDocument } from '../translations/document.ts'
import type { PartTranslations } from './part-translations.ts'
import { isLocale, partLimits, textLimits } from './text-rules.ts'

/** Without what is not there, so that only what is translated counts as such. */
const present = (texts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text !== null && !(Array.isArray(text) && text.length === 0)),
  )

const named = (reader: ObjectReader) =>
  present({
    name: reader.text('name', textLimits.name, 'one line'),
    description: reader.text('description', textLimits.description),
  })

/** Entry by entry beside those of the step; a blank one is not translated. */
const entries = { each: textLimits.note, count: 50, blank: true }

const ofStep = (reader: ObjectReader) => ({
  ...named(reader),
  ...present({
    instructions: reader.text('instructions', textLimits.instructions),
    detailed_instructions: reader.text('detailed_instructions', textLimits.instructions),
    tips: reader.texts('tips', entries),
    warnings: reader.texts('warnings', entries),
  }),
})

const ofResource = (reader: ObjectReader) =>
  present({
    name: reader.text('name', textLimits.name, 'one line'),
    notes: reader.text('notes', textLimits.note),
  })

const criteria = 'success_criteria'

/** Criteria in the form in which the outcome has them: one text, or a list. */
const ofOutcome = (reader: ObjectReader) => ({
  ...named(reader),
  ...present({
    [criteria]: Array.isArray(reader.raw(criteria))
      ? reader.texts(criteria, { ...entries, count: partLimits.criteria })
      : reader.text(criteria, textLimits.note),
  }),
})

const ofOption = (reader: ObjectReader) => present({ option_text: reader.text('option_text', textLimits.option) })

/** The texts of one kind of part, by local id. */
function readParts<T>(language: ObjectReader, kind: string, read: (reader: ObjectReader) => T): Record<string, T> {
  const value = language.raw(kind)
  if (value === undefined || value === null) return {}
  const place = language.within(kind, `\`${kind}\` of ${language.place.label}`)
  const parts = new ObjectReader(place, value)
  const entries = parts.keys().map(id => {
    const within = { ...place, path: pointer(place.path, id), label: `Entry ${id.slice(0, 60)} of ${place.label}` }
    const reader = new ObjectReader(within, parts.raw(id))
    const texts = read(reader)
    reader.finish()
    return [id, texts] as const
  })
  return Object.fromEntries(entries)
}

function readTranslation(place: Place, value: unknown): TranslationDocument {
  const reader = new ObjectReader(place, value)
  const parts = {
    steps: readParts(reader, 'steps', ofStep),
    resources: readParts(reader, 'resources', ofResource),
    outcomes: readParts(reader, 'outcomes', ofOutcome),
    decision_options: readParts(reader, 'decision_options', ofOption),
    paths: readParts(reader, 'paths', named),
  }
  const translation: TranslationDocument = {
    ...named(reader),
    ...Object.fromEntries(Object.entries(parts).filter(([, texts]) => Object.keys(texts).length > 0)),
  }
  reader.finish()
  return translation
}

/** Reads the texts in other languages; whether the parts exist that they belong to is checked with the other references. */
export function readTranslations(place: Place, value: unknown, defaultLocale: string): PartTranslations {
  if (value === undefined || value === null) return {}
  const reader = new ObjectReader(place, value)
  const locales = reader.keys()
  if (locales.length > partLimits.locales) {
    const message = `There are ${locales.length} languages in \`translations\`; ${partLimits.locales} are allowed.`
    place.faults.add(place.path, 'preset.too_long', message)
  }
  const languages = locales.slice(0, partLimits.locales).map(locale => {
    if (!isLocale(locale))
      reader.fault(
        locale,
        'preset.unknown_value',
        `Translations: a language is named such as de or de-AT, not ${JSON.stringify(locale.slice(0, 60))}.`,
      )
    else if (locale === defaultLocale)
      reader.fault(
        locale,
        'preset.default_locale',
        `Translations: the texts in ${locale}, the default language, stand in the workflow itself.`,
      )
    const within = { ...place, path: pointer(place.path, locale), label: `Translation ${locale.slice(0, 60)}` }
    return [locale, readTranslation(within, reader.raw(locale))] as const
  })
  return Object.fromEntries(languages)
}
