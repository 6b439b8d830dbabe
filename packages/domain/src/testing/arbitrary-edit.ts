import * as fc from 'fast-check'
import type { WorkflowDefinition } from '../workflows/definition.ts'
import { addPart, changePart, orderSteps, removePart } from '../workflows/edit.ts'
import { partsOf } from '../workflows/parts.ts'

/** One random edit of a part; ids of new parts come from `firstId` on, so that two editors never give the same. */
const edit = fc.record({
  kind: fc.constantFrom('rename', 'rename', 'move', 'remove', 'add', 'connect', 'order'),
  at: fc.nat(),
  to: fc.nat(),
  text: fc.constantFrom('one', 'two', 'three', '__proto__'),
})

function apply(definition: WorkflowDefinition, one: typeof edit extends fc.Arbitrary<infer T> ? T : never, id: number) {
  const { steps } = definition
  const [step, other] = [one.at, one.to].map(index => steps[index % Math.max(1, steps.length)])
  const part = partsOf(definition)[one.at % Math.max(1, partsOf(definition).length)]
  if (step === undefined || other === undefined || part === undefined) return definition
  switch (one.kind) {
    case 'rename':
      return changePart(definition, { part: 'step', id: step.id }, { name: one.text })
    case 'move':
      return changePart(definition, { part: 'step', id: step.id }, { ui_position_x: one.to })
    case 'remove': {
      const removal = removePart(definition, part)
      return removal.ok ? removal.definition : definition
    }
    case 'add':
      return addPart(definition, { part: 'step', id }, { name: one.text, parent_step_id: step.id })
    case 'connect': {
      // Onward only, so that no circle closes.
      const [source, target] = step.id < other.id ? [step, other] : [other, step]
      if (source === target) return definition
      const ends = { source_step_id: source.id, target_step_id: target.id }
      return addPart(definition, { part: 'connection', id }, { ...ends, connection_type: 'parallel' })
    }
    case 'order':
      return orderSteps(definition, steps.map(({ id }) => id).toReversed())
  }
}

/** What an editor may make of a definition. */
export const arbitraryEdits = (firstId: number): fc.Arbitrary<(definition: WorkflowDefinition) => WorkflowDefinition> =>
  fc
    .array(edit, { maxLength: 6 })
    .map(edits => definition => edits.reduce((done, one, index) => apply(done, one, firstId + index), definition))
