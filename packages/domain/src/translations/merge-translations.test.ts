import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { mergeTranslations, renameTexts, type Languages, type TranslationSides } from './merge-translations.ts'

const graph = aWorkflow(
  [aStep(1, { name: 'Cut', instructions: null }), aStep(2, { name: 'Sew', instructions: null })],
  [],
  [anOutcome(1, { name: 'Bag', description: null, success_criteria: 'It holds.' })],
)
const fields = ['step 1 name', 'step 2 name', 'outcome 1 name', 'outcome 1 success_criteria']

const texts = (de: Readonly<Record<string, string>>, hash = 'h'): Languages =>
  new Map([['de', new Map(Object.entries(de).map(([key, text]) => [key, { text, source_hash: hash }]))]])

const merged = (sides: TranslationSides, take?: 'ours' | 'theirs') => {
  const { changes, conflicts } = mergeTranslations(graph, sides, () => take)
  return {
    changes: changes.map(({ locale, unit, after }) => [locale, unit.part, unit.id, unit.field, after?.text ?? null]),
    conflicts: conflicts.map(({ unit, ...texts }) => [unit.part, unit.id, texts]),
  }
}

describe('merging translations', () => {
  it('takes what the other side wrote, changed and removed, and leaves what is one’s own', () => {
    const base = texts({ 'step 1 name': 'Schneiden', 'outcome 1 name': 'Tasche' })
    const ours = texts({ 'step 1 name': 'Schneiden', 'step 2 name': 'Nähen', 'outcome 1 name': 'Tasche' })
    const theirs = texts({ 'step 1 name': 'Zuschneiden', 'outcome 1 success_criteria': 'Sie hält.' })
    expect(merged({ base, ours, theirs })).toEqual({
      changes: [
        ['de', 'step', 1, 'name', 'Zuschneiden'],
        ['de', 'outcome', 1, 'name', null],
        ['de', 'outcome', 1, 'success_criteria', 'Sie hält.'],
      ],
      conflicts: [],
    })
  })

  it('calls it a conflict where both wrote, until somebody decides', () => {
    const base = texts({})
    const ours = texts({ 'step 1 name': 'Schneiden', 'step 2 name': 'Nähen' })
    const theirs = texts({ 'step 1 name': 'Zuschneiden', 'step 2 name': 'Nähen' }, 'another source')
    const conflict = { locale: 'de', base: null, ours: 'Schneiden', theirs: 'Zuschneiden' }
    expect(merged({ base, ours, theirs })).toEqual({ changes: [], conflicts: [['step', 1, conflict]] })
    expect(merged({ base, ours, theirs }, 'ours')).toEqual({ changes: [], conflicts: [] })
    expect(merged({ base, ours, theirs }, 'theirs')).toEqual({
      changes: [['de', 'step', 1, 'name', 'Zuschneiden']],
      conflicts: [],
    })
  })

  it('takes over that a text was looked at again', () => {
    const ours = texts({ 'step 1 name': 'Schneiden' })
    const theirs = texts({ 'step 1 name': 'Schneiden' }, 'a newer source')
    const { changes } = mergeTranslations(graph, { base: ours, ours, theirs })
    expect(changes.map(({ after }) => after?.source_hash)).toEqual(['a newer source'])
  })

  it('knows no texts of parts that the merged graph does not have', () => {
    const theirs = texts({ 'step 9 name': 'Ölen', 'workflow 4 name': 'Tasche' })
    expect(merged({ base: new Map(), ours: new Map(), theirs })).toEqual({ changes: [], conflicts: [] })
  })

  it('renames parts of each kind by their kind, and leaves out the name of the workflow', () => {
    const renamed = renameTexts(
      texts({ 'step 1 name': 'Schneiden', 'decision_option 1 option_text': 'Ja', 'workflow 1 name': 'Tasche' }),
      (kind, id) => id + (kind === 'option' ? 50 : 10),
    )
    expect([...(renamed.get('de')?.keys() ?? [])]).toEqual(['step 11 name', 'decision_option 51 option_text'])
  })

  const side = fc
    .record(Object.fromEntries(fields.map(field => [field, fc.constantFrom('a', 'b')])), { requiredKeys: [] })
    .map(de => texts(de as Record<string, string>))
  const textOf = (languages: Languages, key: string) => languages.get('de')?.get(key)?.text ?? null

  it('gives every text of whoever alone changed it, and asks about no other', () => {
    fc.assert(
      fc.property(side, side, side, (base, ours, theirs) => {
        const { changes, conflicts } = mergeTranslations(graph, { base, ours, theirs })
        const change = new Map(
          changes.map(({ unit, after }) => [`${unit.part} ${unit.id} ${unit.field}`, after?.text ?? null]),
        )
        const asked = new Set(conflicts.map(({ unit }) => `${unit.part} ${unit.id} ${unit.field}`))
        for (const key of fields) {
          const [was, mine, other] = [base, ours, theirs].map(languages => textOf(languages, key))
          const expected = was === mine ? other : mine
          expect([key, change.has(key) ? change.get(key) : mine]).toEqual([key, expected])
          expect([key, asked.has(key)]).toEqual([key, was !== mine && was !== other && mine !== other])
        }
      }),
    )
  })
})
