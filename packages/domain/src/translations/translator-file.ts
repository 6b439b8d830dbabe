import { statusOf, type TextStatus, type Translation } from './completeness.ts'
import { translationProblem, unitLabel, type BoundText } from './bind.ts'
import { sourceHash } from './source-hash.ts'
import { partKinds, unitKey, type TextUnit, type TranslatedPart } from './text-unit.ts'

/** The columns of the file that translators work in. */
export const fileColumns = ['part', 'id', 'field', 'source', 'translation', 'status'] as const

/** One line of it: a text as it is, as it reads in the other language, and how that stands. */
export interface FileRow {
  readonly part: TranslatedPart
  readonly id: number
  readonly field: string
  readonly source: string
  /** Empty: not translated yet. */
  readonly translation: string
  readonly status: TextStatus
}

/** All texts of a workflow with their translations. */
export const fileRows = (units: readonly TextUnit[], translation: Translation): readonly FileRow[] =>
  units.map(unit => ({
    ...unit,
    translation: translation.get(unitKey(unit))?.text ?? '',
    status: statusOf(unit, translation),
  }))

/** A row as it comes back; what is not needed may be missing. */
export interface GivenRow {
  /** Where it stands, for people: `line 7`, `entry 3`. */
  readonly place: string
  readonly part: string
  readonly id: string
  readonly field: string
  /** The source that the translator had before them; null: not said. */
  readonly source: string | null
  readonly translation: string
}

export interface TakenFile {
  readonly texts: readonly BoundText[]
  /** Taken, but made from another source than the present one. */
  readonly outdated: number
  /** Rows without a translation: what is there stays as it is. */
  readonly blank: number
  /** Rows for texts that the workflow does not have, or no longer. */
  readonly unknown: readonly { readonly place: string; readonly message: string }[]
  /** What can't be taken as it is; nothing of the file should be. */
  readonly problems: readonly { readonly place: string; readonly message: string }[]
}

const isPart = (text: string): text is TranslatedPart => (partKinds as readonly string[]).includes(text)

/** Line breaks as programs for tables change them do not make another text. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

interface Seen {
  readonly place: string
  readonly translation: string
}

/** Reads back a translator's file. Rows that say the same twice count once; two that differ are a problem. */
export function takeFile(units: readonly TextUnit[], rows: readonly GivenRow[]): TakenFile {
  const byKey = new Map(units.map(unit => [unitKey(unit), unit]))
  const texts: BoundText[] = []
  const unknown: { place: string; message: string }[] = []
  const problems: { place: string; message: string }[] = []
  const seen = new Map<string, Seen>()
  let outdated = 0
  let blank = 0
  for (const row of rows) {
    const { place, part, id, field, source } = row
    const translation = plain(row.translation)
    const unit = isPart(part) ? byKey.get(`${part} ${id} ${field}`) : undefined
    if (unit === undefined) {
      unknown.push({ place, message: `The workflow has no text ${part} ${id} ${field}.`.slice(0, 300) })
      continue
    }
    if (translation.trim() === '') {
      blank += 1
      continue
    }
    const label = unitLabel(unit.part, String(unit.id), unit.field)
    const first = seen.get(unitKey(unit))
    if (first !== undefined) {
      if (first.translation !== translation)
        problems.push({ place, message: `It translates ${label}, and so does ${first.place}, with another text.` })
      continue
    }
    seen.set(unitKey(unit), { place, translation })
    const problem = translationProblem(unit.part, unit.field, translation)
    if (problem !== null) {
      problems.push({ place, message: `The translation of ${label} ${problem}.` })
      continue
    }
    const isCurrent = source === null || plain(source) === plain(unit.source)
    if (!isCurrent) outdated += 1
    const source_hash = sourceHash(isCurrent ? unit.source : plain(source))
    texts.push({ part: unit.part, id: unit.id, field: unit.field, text: translation, source_hash })
  }
  return { texts, outdated, blank, unknown, problems }
}
