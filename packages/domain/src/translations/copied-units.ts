import type { WorkflowDefinition } from '../workflows/definition.ts'
import { textUnits, unitKey, type WorkflowWords } from './text-unit.ts'
import type { UnitPlace } from './completeness.ts'

/** A workflow with its texts and its graph. */
export interface WorkflowParts extends WorkflowWords {
  readonly definition: WorkflowDefinition
}

/** Which text of a copy takes the place of which of its original: both have the same parts in the same order. */
export function copiedUnits(
  from: WorkflowParts,
  to: WorkflowParts,
): readonly { readonly key: string; readonly unit: UnitPlace }[] {
  // The copy may have another name: that it has one is what counts.
  const theirs = textUnits({ ...to, name: from.name, description: from.description }, to.definition)
  return textUnits(from, from.definition).flatMap((unit, index) => {
    const counterpart = theirs[index]
    if (counterpart === undefined) return []
    const { part, id, field } = counterpart
    return [{ key: unitKey(unit), unit: { part, id, field } }]
  })
}
