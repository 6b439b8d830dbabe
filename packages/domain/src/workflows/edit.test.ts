import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits } from '../testing/arbitrary-edit.ts'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { compareDefinitions } from './compare.ts'
import type { PathDefinition } from './definition.ts'
import { addPart, changePart, findPart, orderSteps, removePart } from './edit.ts'
import { validateDefinition } from './validate.ts'

const path: PathDefinition = {
  id: 8,
  name: 'Quick',
  description: null,
  is_default: true,
  difficulty_level: null,
  estimated_duration: null,
  steps: [1, 3].map(id => ({ step_id: id, step_order: id, is_optional: false, skip_condition: null })),
}
const base = {
  ...aWorkflow(
    [
      aStep(1),
      aDecision(2, [{ result_action: '{"goto_step": 4}' }, { result_action: { complete_with_outcome: 1 } }]),
      aStep(3, { parent_step_id: 1 }),
      aStep(4, { parent_step_id: 3, step_type: 'outcome', is_outcome: true, outcome_id: 2 }),
    ],
    [aConnection(1, 2), aConnection(2, 3), aConnection(3, 4)],
    [anOutcome(1), anOutcome(2), anOutcome(3)],
  ),
  paths: [path],
}

describe('editing a definition', () => {
  it('adds a part in the last place, what is not stated being its default', () => {
    const { steps } = addPart(base, { part: 'step', id: 9 }, { name: 'Glue', step_type: 'decision' })
    expect(steps.at(-1)).toMatchObject({ id: 9, name: 'Glue', display_order: 5, is_decision_point: true, tips: [] })
    const option = addPart(base, { part: 'decision_option', id: 30, step_id: 2 }, { option_text: 'Neither' })
    expect(option.steps[1]?.decision_options.map(({ id, display_order }) => [id, display_order])).toEqual([
      [21, 21],
      [22, 22],
      [30, 23],
    ])
    const connection = addPart(base, { part: 'connection', id: 7 }, { source_step_id: 1, target_step_id: 3 })
    expect(connection.connections.at(-1)).toEqual(aConnection(1, 3, { id: 7 }))
  })

  it('changes only what it is told', () => {
    const after = changePart(base, { part: 'step', id: 1 }, { name: '__proto__' })
    expect(compareDefinitions(base, after).changes).toMatchObject([{ id: 1, fields: [{ field: 'name' }] }])
    expect(changePart(base, { part: 'step', id: 99 }, { name: 'Nobody' })).toEqual(base)
  })

  it('lets the flags of a step follow its type unless they were set by hand', () => {
    const decision = changePart(base, { part: 'step', id: 4 }, { step_type: 'decision' }).steps[3]
    expect(decision).toMatchObject({ is_outcome: false, is_decision_point: true })
    const byHand = changePart(base, { part: 'step', id: 1 }, { is_milestone: true })
    expect(changePart(byHand, { part: 'step', id: 1 }, { step_type: 'tool' }).steps[0]?.is_milestone).toBe(true)
  })

  it('removes a step with its connections and its place in paths, and moves up the steps within it', () => {
    const removal = removePart(base, { part: 'step', id: 3 })
    if (!removal.ok) throw new Error('refused')
    expect(removal.definition.connections.map(({ id }) => id)).toEqual([102])
    expect(removal.definition.paths[0]?.steps.map(({ step_id }) => step_id)).toEqual([1])
    expect(findPart(removal.definition, { part: 'step', id: 4 })?.fields['parent_step_id']).toBe(1)
  })

  it('refuses to remove what a decision or a step needs, naming it', () => {
    expect(removePart(base, { part: 'step', id: 4 })).toEqual({
      ok: false,
      usedBy: ['The option “Option 21” of “Step 2”'],
    })
    expect(removePart(base, { part: 'outcome', id: 1 })).toMatchObject({ ok: false })
    expect(removePart(base, { part: 'outcome', id: 2 })).toEqual({ ok: false, usedBy: ['“Step 4”'] })
    expect(removePart(base, { part: 'outcome', id: 3 }).ok).toBe(true)
  })

  it('removes a decision that goes to itself', () => {
    const again = aWorkflow([aStep(1), aDecision(2, [{ result_action: { goto_step: 2 } }])])
    expect(removePart(again, { part: 'step', id: 2 })).toMatchObject({ ok: true, definition: { steps: [{ id: 1 }] } })
  })

  it('numbers steps on in the order that is asked for', () => {
    const { steps } = orderSteps(base, [3, 1, 4, 2])
    expect(steps.map(({ id, display_order }) => [id, display_order])).toEqual([
      [3, 1],
      [1, 2],
      [4, 3],
      [2, 4],
    ])
  })

  it('never leaves a reference to what is gone, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryEdits(1000), (definition, edits) => {
        const broken = validateDefinition(edits(definition)).filter(({ fatal, code }) => fatal && code === 'WF-G08')
        expect(broken).toEqual([])
      }),
    )
  })
})
