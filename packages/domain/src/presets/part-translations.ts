/**
 * The texts of a workflow in other languages, keyed by the parts that they belong to: by local ids in a file, by ids of the
 * database elsewhere. What a language leaves out is not there, and falls back.
 */

export interface StepTexts {
  readonly name?: string
  readonly description?: string
  readonly instructions?: string
  readonly detailed_instructions?: string
  readonly tips?: readonly string[]
  readonly warnings?: readonly string[]
}

export interface NamedTexts {
  readonly name?: string
  readonly description?: string
}

export interface OptionTexts {
  readonly option_text?: string
}

/** The texts of each kind of part that has some. */
export interface PartTexts {
  readonly steps: StepTexts
  readonly outcomes: NamedTexts
  readonly decision_options: OptionTexts
  readonly paths: NamedTexts
}
export type TranslatedKind = keyof PartTexts
export const translatedKinds = ['steps', 'outcomes', 'decision_options', 'paths'] as const satisfies TranslatedKind[]

/** One language. */
export type PartTranslation = NamedTexts & {
  readonly [Kind in TranslatedKind]?: Readonly<Record<string, PartTexts[Kind]>>
}

/** By language. */
export type PartTranslations = Readonly<Record<string, PartTranslation>>

/** From the id of a part, as text, to its other id; undefined for a part that is not there. */
export type PartIds = Readonly<Record<TranslatedKind, ReadonlyMap<string, string | number>>>

/** The same texts under other ids. What belongs to no known part is left out, and so is a language of which nothing remains. */
export function renameParts(translations: PartTranslations, ids: PartIds): PartTranslations {
  const renamed = Object.entries(translations).map(([locale, translation]) => {
    const parts = translatedKinds.flatMap(kind => {
      const entries = Object.entries(translation[kind] ?? {}).flatMap(([id, texts]) => {
        const other = ids[kind].get(id)
        return other === undefined || Object.keys(texts).length === 0 ? [] : [[String(other), texts] as const]
      })
      return entries.length === 0 ? [] : [[kind, Object.fromEntries(entries)] as const]
    })
    const { name, description } = translation
    const own = { ...(name !== undefined && { name }), ...(description !== undefined && { description }) }
    return [locale, { ...own, ...Object.fromEntries(parts) }] as const
  })
  return Object.fromEntries(renamed.filter(([, translation]) => Object.keys(translation).length > 0))
}
