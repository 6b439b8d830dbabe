import type { Translation } from './completeness.ts'
import { unitKey, type TextUnit, type TranslatedPart } from './text-unit.ts'

type Text = string | null | undefined

interface NamedTexts {
  readonly name?: Text
  readonly description?: Text
}

interface StepTexts extends NamedTexts {
  readonly instructions?: Text
  readonly detailed_instructions?: Text
  /** Entry by entry; a blank one is not translated. */
  readonly tips?: readonly string[] | null | undefined
  readonly warnings?: readonly string[] | null | undefined
}

interface ResourceTexts {
  readonly name?: Text
  readonly notes?: Text
}

interface OutcomeTexts extends NamedTexts {
  /** In the form of the criteria themselves: one text, or entry by entry. */
  readonly success_criteria?: Text | readonly string[]
}

type ById<T> = Readonly<Record<string, T>> | null | undefined

/** The texts of one language as the contract and presets carry them, by the ids of the parts. */
export interface TranslationDocument extends NamedTexts {
  readonly steps?: ById<StepTexts>
  readonly resources?: ById<ResourceTexts>
  readonly outcomes?: ById<OutcomeTexts>
  readonly decision_options?: ById<{ readonly option_text?: Text }>
  readonly paths?: ById<NamedTexts>
}

/** One text of a document, and where in it it stands (JSON pointer). */
export interface DocumentText {
  readonly part: TranslatedPart
  /** As the document has it: `"5"`; of the workflow itself, empty. */
  readonly id: string
  readonly field: string
  readonly text: string
  readonly path: string
}

const groups = [
  ['steps', 'step'],
  ['resources', 'resource'],
  ['outcomes', 'outcome'],
  ['decision_options', 'decision_option'],
  ['paths', 'path'],
] as const satisfies readonly (readonly [keyof TranslationDocument, TranslatedPart])[]

function textsIn(part: TranslatedPart, id: string, texts: object, path: string): DocumentText[] {
  const one = (field: string, place: string, text: unknown): DocumentText[] =>
    typeof text === 'string' && text.trim() !== '' ? [{ part, id, field, text, path: place }] : []
  return Object.entries(texts).flatMap(([field, value]: [string, unknown]) =>
    Array.isArray(value)
      ? value.flatMap((text, index) => one(`${field}.${index + 1}`, `${path}/${field}/${index}`, text))
      : one(field, `${path}/${field}`, value),
  )
}

/** All texts that a document states, blank ones left out. */
export function textsOfDocument(document: TranslationDocument): readonly DocumentText[] {
  const { name, description } = document
  return [
    ...textsIn('workflow', '', { name, description }, ''),
    ...groups.flatMap(([group, part]) =>
      Object.entries(document[group] ?? {}).flatMap(([id, texts]) => textsIn(part, id, texts ?? {}, `/${group}/${id}`)),
    ),
  ]
}

type Texts = Record<string, string | string[]>

/** The document of a translation: what there is for the units of the workflow as it stands. */
export function documentOf(units: readonly TextUnit[], translation: Translation): TranslationDocument {
  const own: Texts = {}
  const byPart: Record<Exclude<TranslatedPart, 'workflow'>, Record<string, Texts>> = {
    step: {},
    resource: {},
    outcome: {},
    decision_option: {},
    path: {},
  }
  for (const unit of units) {
    const text = translation.get(unitKey(unit))?.text
    if (text === undefined) continue
    const texts = unit.part === 'workflow' ? own : (byPart[unit.part][String(unit.id)] ??= {})
    const [field = '', entry] = unit.field.split('.')
    if (entry === undefined) texts[field] = text
    else {
      const list = (texts[field] ??= []) as string[]
      while (list.length < Number(entry) - 1) list.push('')
      list.push(text)
    }
  }
  return {
    ...own,
    steps: byPart.step,
    resources: byPart.resource,
    outcomes: byPart.outcome,
    decision_options: byPart.decision_option,
    paths: byPart.path,
  }
}
