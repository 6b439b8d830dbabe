import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { aChain, aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { compareDefinitions } from './compare.ts'
import { definitionOf, partsOf } from './parts.ts'

const chain = aChain(3)
const [first = aStep(1), second = aStep(2), third = aStep(3)] = chain.steps

describe('compareDefinitions', () => {
  it('finds nothing between a workflow and itself, whatever the order of keys in its conditions', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, workflow => {
        expect(compareDefinitions(workflow, structuredClone(workflow))).toMatchObject({ equal: true, changes: [] })
      }),
    )
    const conditioned = (condition: object) => aWorkflow([aStep(1, { condition_logic: condition as never })], [], [])
    expect(compareDefinitions(conditioned({ a: 1, b: 2 }), conditioned({ b: 2, a: 1 })).equal).toBe(true)
  })

  it('turns around when the two change places', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryWorkflow, (one, other) => {
        const [there, back] = [compareDefinitions(one, other), compareDefinitions(other, one)]
        expect([there.added, there.removed, there.changed + there.moved]).toEqual([
          back.removed,
          back.added,
          back.changed + back.moved,
        ])
      }),
    )
  })

  it('says what was changed, field by field, before and after', () => {
    const after = { ...chain, steps: [first, { ...second, instructions: 'Slowly.', estimated_duration: 5 }, third] }
    expect(compareDefinitions(chain, after).changes).toEqual([
      {
        part: 'step',
        id: 2,
        step_id: null,
        change: 'changed',
        name: '“Step 2”',
        fields: [
          { field: 'instructions', before: 'Do it.', after: 'Slowly.' },
          { field: 'estimated_duration', before: 10, after: 5 },
        ],
        summary: '“Step 2” changed: instructions and estimated duration.',
      },
    ])
  })

  it('tells what moved from what changed', () => {
    const after = { ...chain, steps: [first, { ...second, display_order: 3, ui_position_x: 40 }, third] }
    const [change] = compareDefinitions(chain, after).changes
    expect(change).toMatchObject({ id: 2, change: 'moved', summary: '“Step 2” moved.' })
  })

  it('names added and removed parts as people do, with the steps that they belong to', () => {
    const after = aWorkflow(
      [first, aDecision(4, [{ option_text: 'By hand' }])],
      [aConnection(1, 4)],
      [anOutcome(9, { name: 'A wallet' })],
    )
    const { changes, added, removed } = compareDefinitions(chain, after)
    expect([added, removed]).toEqual([4, 4])
    expect(changes.map(({ summary }) => summary)).toEqual([
      '“Step 4” added.',
      'The option “By hand” of “Step 4” added.',
      'The connection from “Step 1” to “Step 4” added.',
      'The outcome “A wallet” added.',
      '“Step 2” removed.',
      '“Step 3” removed.',
      'The connection from “Step 1” to “Step 2” removed.',
      'The connection from “Step 2” to “Step 3” removed.',
    ])
  })
})

describe('definitionOf', () => {
  it('puts a workflow together again from its parts', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, workflow => {
        expect(definitionOf(partsOf(workflow))).toEqual(workflow)
      }),
    )
  })
})
