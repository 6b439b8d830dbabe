import { textLimits } from '../presets/text-rules.ts'
import type { WorkflowDefinition } from '../workflows/definition.ts'

/** What a text may be; the same limits as those of the text that it translates. */
interface TextRule {
  readonly max: number
  readonly lines: 'one line' | 'many lines'
  /** Always or sometimes a list of texts: each entry is a unit of its own, `tips.1` being the first. */
  readonly list?: 'always' | 'sometimes'
}

const line: TextRule = { max: textLimits.name, lines: 'one line' }
const paragraph: TextRule = { max: textLimits.description, lines: 'many lines' }
const instructions: TextRule = { max: textLimits.instructions, lines: 'many lines' }
const note: TextRule = { max: textLimits.note, lines: 'many lines' }
const notes: TextRule = { ...note, list: 'always' }

/** Every text of a workflow that is written in a language, by the kind of part that it belongs to. */
export const translatable = {
  workflow: { name: line, description: paragraph },
  step: {
    name: line,
    description: paragraph,
    instructions,
    detailed_instructions: instructions,
    tips: notes,
    warnings: notes,
  },
  resource: { name: line, notes: note },
  // Criteria are free JSON: a sentence or a list of them is text, anything else is data.
  outcome: { name: line, description: paragraph, success_criteria: { ...note, list: 'sometimes' } },
  decision_option: { option_text: { max: textLimits.option, lines: 'many lines' } },
  path: { name: line, description: paragraph },
} as const satisfies Record<string, Record<string, TextRule>>

export const partKinds = ['workflow', 'step', 'resource', 'outcome', 'decision_option', 'path'] as const
export type TranslatedPart = (typeof partKinds)[number]

/** One text to translate: that of a field, or of one entry of a list (`tips.2`). */
export interface TextUnit {
  readonly part: TranslatedPart
  /** Of the part; a workflow's own id for its name and description. */
  readonly id: number
  readonly field: string
  /** As it stands in the workflow's own language. */
  readonly source: string
}

/** The workflow's own texts beside its graph. */
export interface WorkflowWords {
  readonly id: number
  readonly name: string
  readonly description: string | null
}

export const unitKey = ({ part, id, field }: Omit<TextUnit, 'source'>): string => `${part} ${id} ${field}`

/** The rule for a unit's text: `tips.2` is under the rule of `tips`. */
export function ruleOf(part: TranslatedPart, field: string): TextRule | null {
  const rules: Readonly<Record<string, TextRule>> = translatable[part]
  const [name = '', entry, ...rest] = field.split('.')
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (rule === undefined || rest.length > 0) return null
  const isFitting = rule.list === 'sometimes' || (entry !== undefined) === (rule.list === 'always')
  return isFitting ? rule : null
}

/** The units of one part; texts that are missing or blank need no translation. */
function unitsOf(part: TranslatedPart, thing: { readonly id: number }): TextUnit[] {
  const { id } = thing
  const values = thing as unknown as Readonly<Record<string, unknown>>
  return Object.keys(translatable[part]).flatMap(field => {
    const value = values[field]
    const texts: readonly [string, unknown][] = Array.isArray(value)
      ? value.map((entry, index) => [`${field}.${index + 1}`, entry as unknown])
      : [[field, value]]
    return texts.flatMap(([name, source]) =>
      typeof source === 'string' && source.trim() !== '' ? [{ part, id, field: name, source }] : [],
    )
  })
}

/** All texts of a workflow as one flat list, in the order in which people read them. */
export function textUnits(workflow: WorkflowWords, definition: WorkflowDefinition): readonly TextUnit[] {
  return [
    ...unitsOf('workflow', workflow),
    ...definition.steps.flatMap(step => [
      ...unitsOf('step', step),
      ...step.resources.flatMap(resource => unitsOf('resource', resource)),
      ...step.decision_options.flatMap(option => unitsOf('decision_option', option)),
    ]),
    ...definition.outcomes.flatMap(outcome => unitsOf('outcome', outcome)),
    ...definition.paths.flatMap(path => unitsOf('path', path)),
  ]
}
