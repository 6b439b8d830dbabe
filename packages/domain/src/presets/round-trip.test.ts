import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { JsonObject, WorkflowDefinition } from '../workflows/definition.ts'
import {
  connectionTypes,
  builtInStepTypes,
  difficultyLevels,
  emptyDefinition,
  resourceTypes,
} from '../workflows/definition.ts'
import { copyDefinition } from './copy-definition.ts'
import { definitionToPreset, type ExportedWorkflow } from './definition-to-preset.ts'
import { jsonProblems } from './json-check.ts'
import type { PartTranslations } from './part-translations.ts'
import { presetToDefinition, type PartKind } from './preset-to-definition.ts'
import { readPreset } from './read-preset.ts'
import { textProblem } from './text-rules.ts'
import { importedTranslations } from './translation-ids.ts'

/** Ids of one kind never equal those of another, so that a mix-up shows. */
const counter = (start: number) => {
  let last = start
  return (_kind: PartKind) => (last += 1)
}

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter(text => text.trim() !== '' && textProblem(text, 'one line') === null)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const minutes = fc.double({ min: 0, max: 86_400, noNaN: true }).map(Math.abs)
const source = fc.oneof(
  fc.constant<JsonObject>({ method: 'hand' }),
  fc.constant('{"thickness": {"gte": 2}}'),
  fc.constant<JsonObject>({ all: [{ a: 1 }, { not: { b: null } }] }),
)

/** Some of the steps, each once, in the order of their numbers. */
const path = (id: number, stepIds: readonly number[]) =>
  fc.record({
    id: fc.constant(id),
    name: line,
    description: maybe(line),
    is_default: fc.boolean(),
    difficulty_level: maybe(fc.constantFrom(...difficultyLevels)),
    estimated_duration: maybe(minutes),
    steps: fc.subarray([...stepIds]).chain(chosen =>
      fc.tuple(
        ...chosen.map((step_id, index) =>
          fc.record({
            step_id: fc.constant(step_id),
            step_order: fc.constant(3 * index),
            is_optional: fc.boolean(),
            skip_condition: maybe(source),
          }),
        ),
      ),
    ),
  })

const texts = fc.array(line, { minLength: 1, maxLength: 2 })
const namedTexts = fc.record({ name: line, description: line }, { requiredKeys: [] })
const resourceTexts = fc.record({ name: line, notes: line }, { requiredKeys: [] })
const outcomeTexts = fc.record(
  { name: line, description: line, success_criteria: fc.oneof(line, texts) },
  { requiredKeys: [] },
)
const stepTexts = fc.record(
  { name: line, description: line, instructions: line, detailed_instructions: line, tips: texts, warnings: texts },
  { requiredKeys: [] },
)

/** Any texts for some of the parts; what says nothing is left out, as nobody could tell it from what is not there. */
const translationsFor = ({ steps, outcomes, paths }: WorkflowDefinition): fc.Arbitrary<PartTranslations> => {
  const some = <T extends object>(parts: readonly { readonly id: number }[], arbitrary: fc.Arbitrary<T>) =>
    fc
      .tuple(...parts.map(({ id }) => fc.tuple(fc.constant(String(id)), arbitrary)))
      .map(entries => Object.fromEntries(entries.filter(([, value]) => Object.keys(value).length > 0)))
  const language = fc
    .record({
      name: fc.option(line, { nil: undefined }),
      description: fc.option(line, { nil: undefined }),
      steps: some(steps, stepTexts),
      resources: some(
        steps.flatMap(step => step.resources),
        resourceTexts,
      ),
      outcomes: some(outcomes, outcomeTexts),
      decision_options: some(
        steps.flatMap(step => step.decision_options),
        fc.record({ option_text: line }, { requiredKeys: [] }),
      ),
      paths: some(paths, namedTexts),
    })
    .map(({ name, description, ...kinds }) => ({
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...Object.fromEntries(Object.entries(kinds).filter(([, parts]) => Object.keys(parts).length > 0)),
    }))
    .filter(language => Object.keys(language).length > 0)
  return fc.dictionary(fc.constantFrom('en', 'de', 'fr-CA', 'gsw'), language, { noNullPrototype: true })
}

/** Parts of one kind have ids that differ, as in the database. */
const distinctIds = (definition: WorkflowDefinition): WorkflowDefinition => {
  let last = 0
  const steps = definition.steps.map(step => ({
    ...step,
    resources: step.resources.map(resource => ({ ...resource, id: (last += 13) })),
    decision_options: step.decision_options.map(option => ({ ...option, id: (last += 11) })),
  }))
  return { ...definition, steps }
}

/** Any graph that names only what it holds; whether it could run is not the question here. */
const definitionsOf = (most: { readonly steps: number; readonly outcomes: number }): fc.Arbitrary<WorkflowDefinition> =>
  fc
    .record({ steps: fc.integer({ min: 1, max: most.steps }), outcomes: fc.integer({ min: 0, max: most.outcomes }) })
    .chain(({ steps, outcomes }) => {
      const stepIds = Array.from({ length: steps }, (_, i) => 1000 + 7 * i)
      const outcomeIds = Array.from({ length: outcomes }, (_, i) => 50 + 3 * i)
      const stepId = fc.constantFrom(...stepIds)
      const outcomeId = outcomes === 0 ? fc.constant(null) : maybe(fc.constantFrom(...outcomeIds))
      const action = fc
        .record({ goto: maybe(stepId), outcome: outcomeId, text: fc.boolean() })
        .map(({ goto, outcome, text }) => {
          const object = {
            set_variable: { goto_step: 1 },
            ...(goto === null ? {} : { goto_step: goto }),
            ...(outcome === null ? {} : { complete_with_outcome: outcome }),
          }
          return text ? JSON.stringify(object) : object
        })
      const resource = fc.record({
        id: fc.integer({ min: 1, max: 9999 }),
        resource_type: fc.constantFrom(...resourceTypes),
        name: line,
        dynamic_material_id: fc.constant(null),
        tool_id: fc.constant(null),
        documentation_id: fc.constant(null),
        quantity: maybe(minutes),
        unit: maybe(fc.constantFrom('piece', 'mm', 'ml')),
        notes: maybe(line),
        is_optional: fc.boolean(),
      })
      const option = fc.record({
        id: fc.integer({ min: 1, max: 9999 }),
        option_text: line,
        result_action: maybe(action),
        display_order: fc.nat({ max: 100 }),
        is_default: fc.boolean(),
      })
      const step = (id: number) =>
        fc.record({
          id: fc.constant(id),
          name: line,
          description: maybe(line),
          instructions: maybe(line),
          detailed_instructions: maybe(line),
          step_type: fc.constantFrom<string>(...builtInStepTypes),
          display_order: fc.nat({ max: 100 }),
          estimated_duration: maybe(minutes),
          parent_step_id: id === stepIds[0] ? fc.constant(null) : maybe(fc.constant(stepIds[0] ?? 0)),
          is_milestone: fc.boolean(),
          is_decision_point: fc.boolean(),
          is_outcome: fc.boolean(),
          outcome_id: outcomeId,
          condition_logic: maybe(source),
          ui_position_x: maybe(minutes),
          ui_position_y: maybe(minutes),
          tips: fc.array(line, { maxLength: 2 }),
          warnings: fc.array(line, { maxLength: 2 }),
          scales_with_quantity: fc.boolean(),
          resources: fc.array(resource, { maxLength: 2 }),
          decision_options: fc.array(option, { maxLength: 3 }),
        })
      const connection = fc.record({
        id: fc.integer({ min: 1, max: 9999 }),
        source_step_id: stepId,
        target_step_id: stepId,
        connection_type: fc.constantFrom(...connectionTypes),
        condition: maybe(source),
        display_order: maybe(fc.nat({ max: 100 })),
        is_default: fc.boolean(),
        max_iterations: maybe(fc.integer({ min: 1, max: 20 })),
        min_lag: maybe(minutes),
        max_lag: maybe(minutes),
      })
      return fc.record({
        steps: fc.tuple(...stepIds.map(step)),
        connections: fc.array(connection, { maxLength: 8 }),
        paths: fc.tuple(...Array.from({ length: outcomes }, (_, i) => path(30 + 5 * i, stepIds))),
        outcomes: fc.tuple(
          ...outcomeIds.map((id, index) =>
            fc.record({
              id: fc.constant(id),
              name: line.map(text => `${index} ${text}`),
              description: maybe(line),
              display_order: fc.nat({ max: 100 }),
              is_default: fc.boolean(),
              success_criteria: fc.jsonValue({ maxDepth: 2 }).filter(value => jsonProblems(value, '').length === 0),
            }),
          ),
        ),
      }) as fc.Arbitrary<WorkflowDefinition>
    })
    .map(distinctIds)

const definitions = definitionsOf({ steps: 6, outcomes: 3 })

/** With texts in up to four languages; of each kind of part there are several in a small graph, too. */
const translated = definitionsOf({ steps: 3, outcomes: 2 }).chain(definition =>
  fc.record({ definition: fc.constant(definition), translations: translationsFor(definition) }),
)

const workflow: ExportedWorkflow = {
  id: 4711,
  name: 'Test piece',
  description: null,
  difficulty_level: 'expert',
  estimated_duration: 12.5,
  tags: ['a', 'b'],
  category: 'leatherworking',
  default_locale: 'de-AT',
  has_multiple_outcomes: false,
  metadata: { created_by: 'someone', nested: { kept: [1] } },
  required_resources: null,
  translations: {},
  theme: {
    name: 'Oak',
    description: null,
    color_scheme: { version: 1, primary: '#8A5A2B', accent: '#1F5FA8', step_types: { tool: '#0E7C7B' } },
    icon_set: 'craft',
  },
}

const libraryUrl = new URL('../../../../presets/', import.meta.url)
const library = readdirSync(libraryUrl).filter(name => name.endsWith('.json'))

const countTexts = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, part) => sum + countTexts(part), 0)
    : 1

const exportedAt = '2030-01-01T00:00:00.000Z'

/** What a file would hold: the same value once written and read. */
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** As many generated workflows as the library's promise names: a thousand, a part of them at a time. */
const parts = [1, 2, 3, 4]
const runs = { numRuns: 1000 / parts.length }

/** Out into a file and read back. */
const throughFile = (definition: WorkflowDefinition, translations: PartTranslations) => {
  const reading = readPreset(written(definitionToPreset({ ...workflow, translations }, definition, exportedAt)))
  expect(reading.errors).toEqual([])
  if (!reading.ok) throw new Error('not read')
  return reading.preset
}

describe('export and import', () => {
  it.each(parts)('give the same graph again, up to ids (part %i)', () => {
    fc.assert(
      fc.property(definitions, definition => {
        const preset = throughFile(definition, {})
        const imported = presetToDefinition(preset, counter(70_000))
        expect(copyDefinition(imported, counter(0))).toEqual(written(copyDefinition(definition, counter(0))))
        expect(preset.workflow.theme).toEqual(workflow.theme)
      }),
      runs,
    )
  })

  it.each(parts)('give the same translations again, and the graph that they belong to (part %i)', () => {
    fc.assert(
      fc.property(translated, ({ definition, translations }) => {
        const preset = throughFile(definition, translations)
        const imported = presetToDefinition(preset, counter(70_000))
        expect(copyDefinition(imported, counter(0))).toEqual(written(copyDefinition(definition, counter(0))))
        expect(importedTranslations(preset.workflow, definition)).toEqual(translations)
      }),
      runs,
    )
  })

  it('give the same file again, but for when and from which workflow it was made', () => {
    fc.assert(
      fc.property(translated, ({ definition, translations }) => {
        const first = definitionToPreset({ ...workflow, translations }, definition, exportedAt)
        const preset = throughFile(definition, translations)
        const again = presetToDefinition(preset, counter(70_000))
        const carried = importedTranslations(preset.workflow, again)
        expect(JSON.stringify(definitionToPreset({ ...workflow, translations: carried }, again, exportedAt))).toBe(
          JSON.stringify(first),
        )
      }),
    )
  })

  it.each(library)('give %s again as it was read', file => {
    const reading = readPreset(JSON.parse(readFileSync(new URL(file, libraryUrl), 'utf8')))
    if (!reading.ok) throw new Error(`${file} is refused: ${JSON.stringify(reading.errors)}`)
    const { preset } = reading
    const imported = presetToDefinition(preset, counter(100))
    const { theme } = preset.workflow
    const translations = importedTranslations(preset.workflow, imported)
    const exported = definitionToPreset({ ...workflow, translations, theme }, imported, exportedAt)
    const again = readPreset(written(exported))
    if (!again.ok) throw new Error(JSON.stringify(again.errors))
    const reimported = presetToDefinition(again.preset, counter(500))
    expect(copyDefinition(reimported, counter(0))).toEqual(copyDefinition(imported, counter(0)))
    expect(importedTranslations(again.preset.workflow, imported)).toEqual(translations)
    // Nothing of the file was lost on the way: every text that it has in another language belongs to a part.
    expect(countTexts(translations)).toBe(countTexts(preset.workflow.translations))
  })

  it('keep what the metadata carried and tell where the file comes from', () => {
    const { metadata } = definitionToPreset(workflow, emptyDefinition, exportedAt)
    expect(metadata).toEqual({
      version: '1.0',
      created_by: 'someone',
      nested: { kept: [1] },
      export_format_version: '1.0',
      exported_at: exportedAt,
      original_workflow_id: 4711,
    })
  })
})

describe('copyDefinition', () => {
  it('shares no id of its parts with the original and names only its own', () => {
    fc.assert(
      fc.property(definitions, definition => {
        const copy = copyDefinition(definition, counter(1_000_000))
        const idsOf = ({ steps, connections, outcomes }: WorkflowDefinition) =>
          [...steps, ...connections, ...outcomes, ...steps.flatMap(s => [...s.resources, ...s.decision_options])].map(
            ({ id }) => id,
          )
        expect(Math.min(...idsOf(copy))).toBeGreaterThan(1_000_000)
        const steps = new Set(copy.steps.map(({ id }) => id))
        for (const { source_step_id, target_step_id } of copy.connections)
          expect([steps.has(source_step_id), steps.has(target_step_id)]).toEqual([true, true])
        expect(copyDefinition(copy, counter(0))).toEqual(copyDefinition(definition, counter(0)))
      }),
    )
  })
})
