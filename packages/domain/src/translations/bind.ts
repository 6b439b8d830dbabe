import { textProblem } from '../presets/text-rules.ts'
import { textsOfDocument, type DocumentText, type TranslationDocument } from './document.ts'
import type { TranslatedText, Translation } from './completeness.ts'
import { sourceHash } from './source-hash.ts'
import { ruleOf, unitKey, type TextUnit, type TranslatedPart } from './text-unit.ts'

/** A translated text that fits its unit. */
export interface BoundText extends TranslatedText {
  readonly part: TranslatedPart
  readonly id: number
  readonly field: string
}

/** Why a text can't be taken: where it stands, and a sentence. */
export interface BindingProblem {
  readonly path: string
  readonly message: string
}

const partNames: Record<TranslatedPart, string> = {
  workflow: 'the workflow',
  step: 'step',
  resource: 'resource',
  outcome: 'outcome',
  decision_option: 'option',
  path: 'path',
}

/** How sentences name a unit: “instructions of step 5”. */
export const unitLabel = (part: TranslatedPart, id: string, field: string): string => {
  const [name = '', entry] = field.split('.')
  const what = entry === undefined ? `\`${name}\`` : `entry ${entry} of \`${name}\``
  return part === 'workflow' ? `${what} of the workflow` : `${what} of ${partNames[part]} ${id}`
}

/** Why the text can't stand in that field, or null. */
export function translationProblem(part: TranslatedPart, field: string, text: string): string | null {
  const rule = ruleOf(part, field)
  if (rule === null) return 'is no text that is translated'
  if (text.length > rule.max) return `has ${text.length} characters; ${rule.max} are allowed`
  return textProblem(text, rule.lines)
}

function problemOf({ part, id, field, text }: DocumentText, unit: TextUnit | undefined): string | null {
  const label = unitLabel(part, id, field)
  if (unit === undefined)
    return `There is no text to translate at ${label}: the workflow has no such part, or it says nothing there.`
  const problem = translationProblem(part, field, text)
  return problem === null ? null : `The translation of ${label} ${problem}.`
}

/**
 * The texts of a document, each bound to the source that it translates. A text that stays as it was keeps the mark of the source
 * that it was made from, unless `confirm` says that it was looked over.
 */
export function bindDocument(
  units: readonly TextUnit[],
  document: TranslationDocument,
  before: { readonly translation: Translation; readonly confirm: boolean },
): { readonly texts: readonly BoundText[]; readonly problems: readonly BindingProblem[] } {
  const byKey = new Map(units.map(unit => [unitKey(unit), unit]))
  const own = units.find(({ part }) => part === 'workflow')?.id ?? 0
  const texts: BoundText[] = []
  const problems: BindingProblem[] = []
  for (const stated of textsOfDocument(document)) {
    const key = `${stated.part} ${stated.part === 'workflow' ? own : stated.id} ${stated.field}`
    const unit = byKey.get(key)
    const problem = problemOf(stated, unit)
    if (problem !== null || unit === undefined) {
      problems.push({ path: stated.path, message: problem ?? '' })
      continue
    }
    const known = before.translation.get(key)
    const stays = known?.text === stated.text && !before.confirm
    const source_hash = stays ? known.source_hash : sourceHash(unit.source)
    texts.push({ part: unit.part, id: unit.id, field: unit.field, text: stated.text, source_hash })
  }
  return { texts, problems }
}
