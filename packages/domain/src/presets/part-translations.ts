import type { TranslationDocument } from '../translations/document.ts'

/**
 * The texts of a workflow in other languages, by language; each keyed by the parts that they belong to: by local ids in a file,
 * by ids of the database elsewhere.
 */
export type PartTranslations = Readonly<Record<string, TranslationDocument>>

export const translatedKinds = ['steps', 'resources', 'outcomes', 'decision_options', 'paths'] as const
export type TranslatedKind = (typeof translatedKinds)[number]

/** From the id of a part, as text, to its other id; nothing for a part that is not there. */
export type PartIds = Readonly<Record<TranslatedKind, ReadonlyMap<string, string | number>>>

const saysSomething = (texts: object | null | undefined): boolean =>
  texts !== null && texts !== undefined && Object.keys(texts).length > 0

/** The same texts under other ids. What belongs to no known part is left out, and so is a language of which nothing remains. */
export function renameParts(translations: PartTranslations, ids: PartIds): PartTranslations {
  const renamed = Object.entries(translations).map(([locale, { name, description, ...groups }]) => {
    const parts = translatedKinds.flatMap(kind => {
      const entries = Object.entries(groups[kind] ?? {}).flatMap(([id, texts]) => {
        const other = ids[kind].get(id)
        return other === undefined || !saysSomething(texts) ? [] : [[String(other), texts] as const]
      })
      return entries.length === 0 ? [] : [[kind, Object.fromEntries(entries)] as const]
    })
    const own = Object.entries({ name, description }).filter(([, text]) => typeof text === 'string')
    return [locale, { ...Object.fromEntries(own), ...Object.fromEntries(parts) }] as const
  })
  return Object.fromEntries(renamed.filter(([, translation]) => saysSomething(translation)))
}
