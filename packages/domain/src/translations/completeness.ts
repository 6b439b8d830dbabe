import { sourceHash } from './source-hash.ts'
import { unitKey, type TextUnit } from './text-unit.ts'

/** A text in another language, with the hash of what it was made from; null: not known. */
export interface TranslatedText {
  readonly text: string
  readonly source_hash: string | null
}

/** The texts of one language by `unitKey`. Those of parts that are gone may still be there. */
export type Translation = ReadonlyMap<string, TranslatedText>

/** How a text stands in a language: there, made from another source than the present one, or not there. */
export type TextStatus = 'current' | 'outdated' | 'missing'

/** How the unit stands in the translation. */
export function statusOf(unit: TextUnit, translation: Translation): TextStatus {
  const found = translation.get(unitKey(unit))
  if (found === undefined) return 'missing'
  return found.source_hash === null || found.source_hash === sourceHash(unit.source) ? 'current' : 'outdated'
}

export type UnitPlace = Omit<TextUnit, 'source'>

export interface Completeness {
  /** Texts that there are to translate. */
  readonly total: number
  /** Those that are translated, outdated ones included. */
  readonly done: number
  readonly missing: readonly UnitPlace[]
  /** Translated, but their source has changed since. */
  readonly outdated: readonly UnitPlace[]
}

/** How far a translation is. */
export function completenessOf(units: readonly TextUnit[], translation: Translation): Completeness {
  const places: Record<TextStatus, UnitPlace[]> = { current: [], outdated: [], missing: [] }
  for (const unit of units) {
    const { part, id, field } = unit
    places[statusOf(unit, translation)].push({ part, id, field })
  }
  const { missing, outdated } = places
  return { total: units.length, done: units.length - missing.length, missing, outdated }
}
