import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import type { StepResource, WorkflowDefinition } from '../workflows/definition.ts'
import { completenessOf, statusOf, type Translation } from './completeness.ts'
import { documentOf, textsOfDocument } from './document.ts'
import { localiseDefinition, localiseWords } from './localise.ts'
import { sourceHash } from './source-hash.ts'
import { ruleOf, textUnits, unitKey, type TextUnit } from './text-unit.ts'

const board: StepResource = {
  id: 51,
  resource_type: 'material',
  name: 'Board',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 1,
  unit: 'm',
  notes: null,
  is_optional: false,
}
const box = { id: 7, name: 'Box', description: null }
const definition: WorkflowDefinition = {
  ...aWorkflow(
    [
      aStep(5, {
        name: 'Saw',
        instructions: 'Saw it.',
        tips: ['Slowly.', ' ', 'Straight.'],
        warnings: ['Mind the blade.'],
        resources: [
          { ...board, notes: 'Dry.' },
          { ...board, id: 52, name: null },
        ],
      }),
      aDecision(6, [{ option_text: 'Oil' }], { name: 'Finish', instructions: null }),
    ],
    [],
    [
      anOutcome(1, { name: 'A box', description: 'Done.', success_criteria: ['Square.', { gap: 0.4 }, 'Tight.'] }),
      anOutcome(2, { name: 'Kindling', description: null, success_criteria: 'It burns.' }),
      anOutcome(3, { name: 'Nothing', description: null, success_criteria: { grade: 'none' } }),
    ],
  ),
  paths: [
    {
      id: 3,
      name: 'Quick',
      description: null,
      is_default: true,
      difficulty_level: null,
      estimated_duration: null,
      steps: [],
    },
  ],
}
const units = textUnits(box, definition)

const madeFrom = (unit: TextUnit, text: string) =>
  [unitKey(unit), { text, source_hash: sourceHash(unit.source) }] as const
const shouted = (of: readonly TextUnit[]): Translation =>
  new Map(of.map(unit => madeFrom(unit, unit.source.toUpperCase())))

describe('the texts of a workflow', () => {
  it('are one flat list in reading order, without what is blank', () => {
    expect(units.map(unitKey)).toEqual([
      'workflow 7 name',
      'step 5 name',
      'step 5 instructions',
      'step 5 tips.1',
      'step 5 tips.3',
      'step 5 warnings.1',
      'resource 51 name',
      'resource 51 notes',
      'step 6 name',
      'decision_option 61 option_text',
      'outcome 1 name',
      'outcome 1 description',
      'outcome 1 success_criteria.1',
      'outcome 1 success_criteria.3',
      'outcome 2 name',
      'outcome 2 success_criteria',
      'outcome 3 name',
      'path 3 name',
    ])
  })

  it('each have a rule, and nothing else has', () => {
    expect(units.map(({ part, field }) => ruleOf(part, field)).every(rule => rule !== null)).toBe(true)
    expect(
      ['tips', 'name.1', 'tips.1.2', 'constructor', '__proto__', 'step_type'].map(field => ruleOf('step', field)),
    ).toEqual(Array.from({ length: 6 }, () => null))
  })
})

describe('completeness', () => {
  it('counts what is there, and names what is missing and what is outdated', () => {
    const german: Translation = new Map([
      ['step 5 name', { text: 'Sägen', source_hash: sourceHash('Saw') }],
      ['step 6 name', { text: 'Ende', source_hash: sourceHash('The end') }],
      ['outcome 1 name', { text: 'Eine Kiste', source_hash: null }],
      ['step 99 name', { text: 'Schritt, den es nicht mehr gibt', source_hash: null }],
    ])
    const { total, done, missing, outdated } = completenessOf(units, german)
    expect({ total, done, missing: missing.length, outdated }).toEqual({
      total: 18,
      done: 3,
      missing: 15,
      outdated: [{ part: 'step', id: 6, field: 'name' }],
    })
  })

  it('is whole for any workflow once all units are translated, and marks just the ones whose source changes', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, fc.nat(), (workflow, chosen) => {
        const all = textUnits(box, workflow)
        const whole = shouted(all)
        expect(completenessOf(all, whole)).toEqual({ total: all.length, done: all.length, missing: [], outdated: [] })
        const position = chosen % all.length
        const edited = all.map((unit, index) => (index === position ? { ...unit, source: `${unit.source}!` } : unit))
        expect(edited.filter(unit => statusOf(unit, whole) === 'outdated')).toEqual([edited[position]])
      }),
      { numRuns: 50 },
    )
  })
})

describe('reading in another language', () => {
  it('shows each text in the most special language that has it, else as it was written', () => {
    const swiss: Translation = new Map([['step 5 name', { text: 'Saage', source_hash: null }]])
    const german: Translation = new Map([
      ['step 5 name', { text: 'Sägen', source_hash: null }],
      ['step 5 tips.3', { text: 'Gerade.', source_hash: null }],
      ['decision_option 61 option_text', { text: 'Ölen', source_hash: null }],
      ['resource 51 name', { text: 'Brett', source_hash: null }],
      ['resource 52 name', { text: 'Es gibt kein Original dazu.', source_hash: null }],
      ['outcome 1 success_criteria.3', { text: 'Dicht.', source_hash: null }],
      ['outcome 2 success_criteria', { text: 'Es brennt.', source_hash: null }],
      ['outcome 3 success_criteria', { text: 'Es gibt kein Original dazu.', source_hash: null }],
      ['workflow 7 description', { text: 'Es gibt kein Original dazu.', source_hash: null }],
    ])
    const shown = localiseDefinition(definition, [swiss, german])
    expect(shown.steps[0]).toMatchObject({ name: 'Saage', instructions: 'Saw it.', tips: ['Slowly.', ' ', 'Gerade.'] })
    expect(shown.steps[1]?.decision_options[0]?.option_text).toBe('Ölen')
    const [first, second] = shown.steps[0]?.resources ?? []
    expect([first, second?.name]).toEqual([{ ...board, name: 'Brett', notes: 'Dry.' }, null])
    expect(shown.outcomes.map(({ success_criteria }) => success_criteria)).toEqual([
      ['Square.', { gap: 0.4 }, 'Dicht.'],
      'Es brennt.',
      { grade: 'none' },
    ])
    expect(localiseWords(box, [swiss, german])).toEqual(box)
  })

  it('changes texts alone: the graph of any workflow stays what it was', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, workflow => {
        const all = textUnits(box, workflow)
        const back: Translation = new Map(all.map(unit => madeFrom(unit, unit.source)))
        const shown = localiseDefinition(workflow, [shouted(all)])
        expect(textUnits(box, shown).slice(1)).toEqual(
          all.slice(1).map(unit => ({ ...unit, source: unit.source.toUpperCase() })),
        )
        expect(localiseDefinition(shown, [back])).toEqual(workflow)
        expect(localiseDefinition(workflow, [])).toBe(workflow)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the document of a translation', () => {
  it('holds the texts by part, entries of lists in their places', () => {
    const german: Translation = new Map([
      ['workflow 7 name', { text: 'Kiste', source_hash: null }],
      ['step 5 tips.3', { text: 'Gerade.', source_hash: null }],
      ['path 3 name', { text: 'Schnell', source_hash: null }],
      ['resource 51 notes', { text: 'Trocken.', source_hash: null }],
      ['outcome 1 success_criteria.3', { text: 'Dicht.', source_hash: null }],
      ['outcome 2 success_criteria', { text: 'Es brennt.', source_hash: null }],
    ])
    expect(documentOf(units, german)).toEqual({
      name: 'Kiste',
      steps: { 5: { tips: ['', '', 'Gerade.'] } },
      resources: { 51: { notes: 'Trocken.' } },
      outcomes: { 1: { success_criteria: ['', '', 'Dicht.'] }, 2: { success_criteria: 'Es brennt.' } },
      decision_options: {},
      paths: { 3: { name: 'Schnell' } },
    })
  })

  it('says the same as the translation that it was made from', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (workflow, picks) => {
        const all = textUnits(box, workflow)
        const some = shouted(all.filter((_, index) => picks[index % picks.length] === true))
        const read = textsOfDocument(documentOf(all, some)).map(({ part, id, field, text }) => [
          unitKey({ part, id: part === 'workflow' ? box.id : Number(id), field }),
          text,
        ])
        expect(Object.fromEntries(read)).toEqual(Object.fromEntries([...some].map(([key, { text }]) => [key, text])))
      }),
      { numRuns: 50 },
    )
  })

  it('takes null, blank and absent texts for none, and says where the others stand', () => {
    const texts = textsOfDocument({
      name: ' ',
      description: null,
      steps: { 5: { tips: ['', 'Gerade.'] } },
      outcomes: null,
    })
    expect(texts).toEqual([{ part: 'step', id: '5', field: 'tips.2', text: 'Gerade.', path: '/steps/5/tips/1' }])
  })
})

it('sources that differ have hashes that differ', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) => `Cut ${index} pieces.`)
  expect(new Set(texts.map(sourceHash)).size).toBe(texts.length)
  expect(sourceHash('')).toMatch(/^[\da-f]{16}$/)
})
