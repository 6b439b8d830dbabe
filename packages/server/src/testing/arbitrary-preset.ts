import { checkPreset } from '@hidesync/domain/presets/check-preset'
import { definitionToPreset } from '@hidesync/domain/presets/definition-to-preset'
import type { Preset } from '@hidesync/domain/presets/preset'
import { textProblem } from '@hidesync/domain/presets/text-rules'
import { arbitraryWorkflowOf } from '@hidesync/domain/testing/arbitrary-workflow'
import type { StepDefinition, StepResource, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import * as fc from 'fast-check'

/** What people may type and formats may take for their own: signs of each, line breaks, other scripts and directions. */
const signs = [
  ...'ab "\'`<>&[](){}|\\/*_#~!-+=:;,.%@$^?0'.split(''),
  '-->',
  ']]>',
  '</script>',
  '<!--',
  '&amp;',
  '&#39;',
  '```',
  '---',
  '1. ',
  '- [ ] ',
  '%%',
  'end',
  'ß',
  'é',
  'e\u0301',
  '木箱',
  'חגורה',
  'صندوق',
  '\u200F',
  '🪵',
  '👩🏽‍🔧',
  '\u00A0',
  'null',
  'yes',
]
const isText = (lines: 'one line' | 'many lines') => (text: string) =>
  text.trim() !== '' && textProblem(text, lines) === null

/** A name, as anybody could give it. */
export const anyLine: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 12 })
  .filter(isText('one line'))

/** A text of several lines. */
export const anyText: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...signs, '\n', '\n\n', '\r\n', '\t', '    '), minLength: 1, maxLength: 20 })
  .filter(isText('many lines'))

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const resource: fc.Arbitrary<StepResource> = fc.record({
  id: fc.constant(1),
  resource_type: fc.constantFrom('material', 'tool', 'documentation'),
  name: anyLine,
  dynamic_material_id: fc.constant(null),
  tool_id: fc.constant(null),
  documentation_id: fc.constant(null),
  quantity: maybe(fc.double({ min: 0, max: 1e6, noNaN: true }).map(Math.abs)),
  unit: maybe(fc.constantFrom('m', 'sq_ft', 'g', 'Rolle', '"')),
  notes: maybe(anyText),
  is_optional: fc.boolean(),
})

const words = fc.record({
  name: anyLine,
  description: maybe(anyText),
  instructions: maybe(anyText),
  detailed_instructions: maybe(anyText),
  tips: fc.array(anyText, { maxLength: 2 }),
  warnings: fc.array(anyText, { maxLength: 2 }),
  resources: fc.array(resource, { maxLength: 2 }),
  scales_with_quantity: fc.boolean(),
  options: fc.array(anyLine, { minLength: 5, maxLength: 5 }),
  place: maybe(fc.record({ x: fc.integer({ min: -500, max: 3000 }), y: fc.integer({ min: -500, max: 900 }) })),
})
type Words = typeof words extends fc.Arbitrary<infer T> ? T : never

function worded(step: StepDefinition, { options, place, ...texts }: Words, isPlaced: boolean): StepDefinition {
  return {
    ...step,
    ...texts,
    ui_position_x: isPlaced ? (place?.x ?? step.id * 260) : null,
    ui_position_y: isPlaced ? (place?.y ?? 0) : null,
    parent_step_id: step.id % 5 === 0 ? step.id - 1 : null,
    decision_options: step.decision_options.map((option, at) => ({
      ...option,
      option_text: options[at] ?? option.option_text,
    })),
  }
}

/** Names that no JSON over HTTP may have. */
const harmless = (definition: WorkflowDefinition): WorkflowDefinition =>
  JSON.parse(JSON.stringify(definition).replaceAll('__proto__', 'proto')) as WorkflowDefinition

/** Sound presets of whatever graph, full of whatever texts. */
export const arbitraryPreset: fc.Arbitrary<Preset> = fc
  .record({
    definition: arbitraryWorkflowOf(8),
    words: fc.array(words, { minLength: 8, maxLength: 8 }),
    name: anyLine,
    description: maybe(anyText),
    outcomes: fc.tuple(anyLine, anyText),
    isPlaced: fc.boolean(),
  })
  .map(({ definition, words: texts, name, description, outcomes, isPlaced }) => {
    const graph: WorkflowDefinition = {
      ...harmless(definition),
      steps: harmless(definition).steps.map((step, at) => {
        const own = texts[at]
        return own === undefined ? step : worded(step, own, isPlaced)
      }),
      outcomes: definition.outcomes.map((outcome, at) => ({
        ...outcome,
        name: `${at + 1} ${outcomes[0]}`,
        description: outcomes[1],
      })),
    }
    const about = {
      id: 1,
      name,
      description,
      difficulty_level: 'advanced',
      estimated_duration: 90.5,
      tags: ['a tag', '- another'],
      category: null,
      default_locale: 'de-AT',
      has_multiple_outcomes: true,
      metadata: {},
      required_resources: null,
      translations: {},
      theme: null,
    } as const
    const preset = definitionToPreset(about, graph, '2030-01-01T00:00:00.000Z')
    const checked = checkPreset(JSON.parse(JSON.stringify(preset)))
    if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
    return checked.preset
  })
