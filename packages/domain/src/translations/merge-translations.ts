import type { PartKind } from '../presets/preset-to-definition.ts'
import type { MergeSide } from '../workflows/merge.ts'
import type { WorkflowDefinition } from '../workflows/definition.ts'
import type { TranslatedText, Translation, UnitPlace } from './completeness.ts'
import { textUnits, unitKey, type TextUnit, type TranslatedPart } from './text-unit.ts'

/** Texts in several languages, by language. */
export type Languages = ReadonlyMap<string, Translation>

const kindOf = {
  step: 'step',
  resource: 'resource',
  outcome: 'outcome',
  decision_option: 'option',
  path: 'path',
} as const satisfies Record<Exclude<TranslatedPart, 'workflow'>, PartKind>

/** The same place in a graph whose parts have other ids. */
export const renamePlace = <T extends UnitPlace>(place: T, idFor: (kind: PartKind, id: number) => number): T =>
  place.part === 'workflow' ? place : { ...place, id: idFor(kindOf[place.part], place.id) }

/** The texts of the parts under other ids; a workflow's own name and description are left out. */
export const renameTexts = (languages: Languages, idFor: (kind: PartKind, id: number) => number): Languages =>
  new Map(
    [...languages].map(([locale, translation]) => {
      const texts = [...translation].flatMap(([key, text]) => {
        const [part = '', id = '', field = ''] = key.split(' ')
        if (part === 'workflow') return []
        const place = renamePlace({ part: part as TranslatedPart, id: Number(id), field }, idFor)
        return [[unitKey(place), text] as const]
      })
      return [locale, new Map(texts)] as const
    }),
  )

/** What becomes of our text in a language. */
export interface TextChange {
  readonly locale: string
  readonly unit: TextUnit
  readonly before: TranslatedText | null
  /** Null: it goes. */
  readonly after: TranslatedText | null
}

/** A text in a language that both sides changed; null: one has none. */
export interface TextConflict {
  readonly locale: string
  readonly unit: TextUnit
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
}

export interface TranslationSides {
  readonly base: Languages
  readonly ours: Languages
  readonly theirs: Languages
}

const same = (one: TranslatedText | undefined, other: TranslatedText | undefined): boolean =>
  one?.text === other?.text && one?.source_hash === other?.source_hash

/**
 * What becomes of our translations of a merged graph where the other side changed its own: text by text, as its fields. Where both
 * changed one, each in its own way, that is a conflict until `decided` says which side counts.
 */
export function mergeTranslations(
  definition: WorkflowDefinition,
  { base, ours, theirs }: TranslationSides,
  decided: (locale: string, unit: UnitPlace) => MergeSide | undefined = () => undefined,
): { readonly changes: readonly TextChange[]; readonly conflicts: readonly TextConflict[] } {
  const units = textUnits({ id: 0, name: '', description: null }, definition)
  const changes: TextChange[] = []
  const conflicts: TextConflict[] = []
  for (const locale of [...new Set([...base.keys(), ...theirs.keys()])].toSorted())
    for (const unit of units) {
      const key = unitKey(unit)
      const [was, mine, other] = [base, ours, theirs].map(side => side.get(locale)?.get(key))
      if (same(was, other) || same(mine, other)) continue
      const change = { locale, unit, before: mine ?? null, after: other ?? null }
      // Two who wrote the same text agree; which mark of its source it bears is ours to say.
      const side = same(was, mine) ? 'theirs' : mine?.text === other?.text ? 'ours' : decided(locale, unit)
      if (side === 'theirs') changes.push(change)
      const [before, our, their] = [was, mine, other].map(text => text?.text ?? null)
      if (side === undefined)
        conflicts.push({ locale, unit, base: before ?? null, ours: our ?? null, theirs: their ?? null })
    }
  return { changes, conflicts }
}
