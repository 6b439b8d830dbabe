import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits } from '../testing/arbitrary-edit.ts'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { aChain, aConnection, aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { compareDefinitions } from './compare.ts'
import type { WorkflowDefinition } from './definition.ts'
import { mergeDefinitions } from './merge.ts'
import { validateDefinition } from './validate.ts'

/** The workflow with some steps changed, and some removed with all that names them. */
const edited = fc
  .tuple(arbitraryWorkflow, fc.array(fc.nat(11)), fc.array(fc.nat(11), { maxLength: 2 }), fc.string())
  .map(([base, changed, removed, text]) => ({
    base,
    edit: (mark: string): WorkflowDefinition => ({
      ...base,
      steps: base.steps.map((step, index) => (changed.includes(index) ? { ...step, tips: [mark + text] } : step)),
    }),
    removed: base.steps.filter((_, index) => removed.includes(index)).map(({ id }) => id),
  }))

const base = aChain(3)
const change = (id: number, fields: object): WorkflowDefinition => ({
  ...base,
  steps: base.steps.map(step => (step.id === id ? { ...step, ...fields } : step)),
})
const without = (id: number): WorkflowDefinition => ({
  ...base,
  steps: base.steps.filter(step => step.id !== id),
  connections: base.connections.filter(
    ({ source_step_id, target_step_id }) => ![source_step_id, target_step_id].includes(id),
  ),
})

describe('mergeDefinitions', () => {
  it('gives ours where they changed nothing, and theirs where we changed nothing', () => {
    fc.assert(
      fc.property(edited, ({ base: origin, edit }) => {
        const mine = edit('mine')
        const both = [
          mergeDefinitions({ base: origin, ours: mine, theirs: origin }),
          mergeDefinitions({ base: origin, ours: origin, theirs: mine }),
        ]
        for (const { definition, conflicts } of both) {
          expect(conflicts).toEqual([])
          expect(compareDefinitions(definition, mine).changes).toEqual([])
        }
      }),
    )
  })

  it('keeps what each side changed where they changed different fields of one step', () => {
    const merged = mergeDefinitions({
      base,
      ours: change(2, { instructions: 'Mine.' }),
      theirs: change(2, { estimated_duration: 99 }),
    })
    expect(merged.conflicts).toEqual([])
    expect(merged.definition.steps[1]).toMatchObject({ instructions: 'Mine.', estimated_duration: 99 })
  })

  it('shows both values where both changed one field, keeps ours until somebody decides, and obeys', () => {
    const input = { base, ours: change(2, { name: 'Mine' }), theirs: change(2, { name: 'Theirs' }) }
    const merged = mergeDefinitions(input)
    const conflict = {
      part: 'step',
      id: 2,
      field: 'name',
      name: '“Mine”',
      base: 'Step 2',
      ours: 'Mine',
      theirs: 'Theirs',
    }
    expect(merged.conflicts).toEqual([conflict])
    expect(merged.definition.steps[1]?.name).toBe('Mine')
    const decided = mergeDefinitions({
      ...input,
      resolutions: [{ part: 'step', id: 2, field: 'name', take: 'theirs' }],
    })
    expect([decided.conflicts, decided.definition.steps[1]?.name]).toEqual([[], 'Theirs'])
  })

  it('asks where one side removed what the other changed', () => {
    const input = { base, ours: without(3), theirs: change(3, { name: 'Polish' }) }
    const [conflict] = mergeDefinitions(input).conflicts
    expect(conflict).toMatchObject({ part: 'step', id: 3, field: null, ours: null, theirs: { name: 'Polish' } })
    const kept = mergeDefinitions({ ...input, resolutions: [{ part: 'step', id: 3, field: null, take: 'theirs' }] })
    expect(kept.definition.steps.map(({ name }) => name)).toEqual(['Step 1', 'Step 2', 'Polish'])
  })

  it('removes what one side removed and the other left alone', () => {
    const { definition, conflicts } = mergeDefinitions({ base, ours: change(1, { name: 'Begin' }), theirs: without(3) })
    expect([definition.steps.map(({ name }) => name), conflicts]).toEqual([['Begin', 'Step 2'], []])
  })

  it('asks where one side removed a step that the other uses anew, and leaves nothing that names a step which went', () => {
    const ours = aWorkflow(
      [...base.steps, aDecision(4, [{ result_action: { goto_step: 3, set_variable: { a: 1 } } }])],
      [...base.connections, aConnection(3, 4, { id: 77 })],
    )
    const input = { base, ours, theirs: without(3) }
    const { definition: kept, conflicts } = mergeDefinitions(input)
    expect(conflicts).toMatchObject([{ part: 'step', id: 3, field: null, theirs: null }])
    expect(kept).toEqual(ours)
    const decided = mergeDefinitions({ ...input, resolutions: [{ part: 'step', id: 3, field: null, take: 'theirs' }] })
    expect(decided.conflicts).toEqual([])
    expect(decided.definition.connections.map(({ id }) => id)).not.toContain(77)
    expect(decided.definition.steps.at(-1)?.decision_options[0]?.result_action).toEqual({ set_variable: { a: 1 } })
  })

  it('brings a removed step back with its connections', () => {
    const theirs = change(3, { name: 'Polish' })
    const resolutions = [{ part: 'step' as const, id: 3, field: null, take: 'theirs' as const }]
    expect(mergeDefinitions({ base, ours: without(3), theirs, resolutions }).definition).toEqual(theirs)
  })

  it('leaves out a connection that closes a circle with one of the other side', () => {
    const open = aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 2)])
    const ours = { ...open, connections: [...open.connections, aConnection(2, 3)] }
    const theirs = { ...open, connections: [...open.connections, aConnection(3, 1)] }
    const { definition, conflicts } = mergeDefinitions({ base: open, ours, theirs })
    expect(definition).toEqual(ours)
    expect(conflicts).toMatchObject([{ part: 'connection', id: 301, field: null, base: null, ours: null }])
  })

  it('keeps steps within each other from going round', () => {
    const ours = change(1, { parent_step_id: 3 })
    const { definition, conflicts } = mergeDefinitions({ base, ours, theirs: change(3, { parent_step_id: 1 }) })
    expect(definition).toEqual(ours)
    expect(conflicts).toMatchObject([{ part: 'step', id: 3, field: 'parent_step_id', theirs: 1 }])
  })

  it('puts what they added where they put it, in the order that we gave', () => {
    const ours = { ...base, steps: base.steps.toReversed() }
    const theirs = { ...base, steps: base.steps.flatMap(one => (one.id === 2 ? [one, aStep(9)] : [one])) }
    expect(mergeDefinitions({ base, ours, theirs }).definition.steps.map(({ id }) => id)).toEqual([3, 2, 9, 1])
  })

  it('holds together whatever two people do, and finds the same conflicts from either side', () => {
    const isRunnable = (workflow: WorkflowDefinition) => !validateDefinition(workflow).some(({ fatal }) => fatal)
    const keys = ({ conflicts }: ReturnType<typeof mergeDefinitions>) =>
      conflicts.map(({ part, id, field }) => `${part}:${id}:${field}`).toSorted()
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryEdits(1000), arbitraryEdits(2000), (origin, mine, other) => {
        const [ours, theirs] = [mine(origin), other(origin)]
        const merged = mergeDefinitions({ base: origin, ours, theirs })
        const mirrored = mergeDefinitions({ base: origin, ours: theirs, theirs: ours })
        expect(keys(merged)).toEqual(keys(mirrored))
        fc.pre(isRunnable(ours) && isRunnable(theirs))
        expect([isRunnable(merged.definition), isRunnable(mirrored.definition)]).toEqual([true, true])
      }),
    )
  })

  it('never breaks the graph, and has the same conflicts whichever side is asked', () => {
    fc.assert(
      fc.property(edited, ({ base: origin, edit, removed }) => {
        const theirs = {
          ...origin,
          steps: origin.steps.filter(({ id }) => !removed.includes(id)),
          connections: origin.connections.filter(
            ({ source_step_id, target_step_id }) =>
              !removed.includes(source_step_id) && !removed.includes(target_step_id),
          ),
        }
        const one = mergeDefinitions({ base: origin, ours: edit('mine'), theirs })
        const other = mergeDefinitions({ base: origin, ours: theirs, theirs: edit('mine') })
        const keys = (merge: typeof one) =>
          merge.conflicts.map(({ part, id, field }) => `${part}:${id}:${field}`).toSorted()
        expect(keys(one)).toEqual(keys(other))
        const references = (workflow: WorkflowDefinition) =>
          validateDefinition(workflow).filter(({ code, fatal }) => fatal && code === 'WF-G08')
        for (const { definition } of [one, other]) expect(references(definition)).toEqual([])
      }),
    )
  })

  it('takes a step that only they added, behind ours', () => {
    const theirs = aWorkflow([...base.steps, aStep(9)], [...base.connections, aConnection(3, 9)])
    const { definition } = mergeDefinitions({ base, ours: base, theirs })
    expect(definition.steps.map(({ id }) => id)).toEqual([1, 2, 3, 9])
  })
})
