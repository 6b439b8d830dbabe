import type { JsonObject, JsonSource, WorkflowDefinition } from './definition.ts'
import { newPartFields } from './new-part.ts'
import { withoutDanglingReferences } from './dangling-references.ts'
import { describePart } from './describe-part.ts'
import { definitionOf, partKey, partsOf, type Part, type PartType } from './parts.ts'
import { parseAction } from './action.ts'

export interface PartName {
  readonly part: PartType
  readonly id: number
}

/** The part as it stands in the definition; undefined if it is not there. */
export const findPart = (definition: WorkflowDefinition, name: PartName): Part | undefined =>
  partsOf(definition).find(part => partKey(part) === partKey(name))

/** The flags that follow a step's type unless somebody states them. */
const typeFlags = { is_milestone: 'milestone', is_decision_point: 'decision', is_outcome: 'outcome' } as const

/** A step's flags go with its type where they went with it before and nobody says otherwise. */
function followType(before: JsonObject, changes: JsonObject): JsonObject {
  const type = changes['step_type']
  if (type === undefined) return changes
  const following = Object.entries(typeFlags).filter(
    ([flag, wanted]) => changes[flag] === undefined && before[flag] === (before['step_type'] === wanted),
  )
  return { ...changes, ...Object.fromEntries(following.map(([flag, wanted]) => [flag, type === wanted])) }
}

/**
 * The definition with one more part under that id, an option or a resource within the step that `step_id` names; what `fields`
 * does not state gets its default, its place being the last. Whether what it names is there is for the validation to say.
 */
export function addPart(
  definition: WorkflowDefinition,
  { part, id, step_id = null }: PartName & { readonly step_id?: number | null },
  fields: JsonObject,
): WorkflowDefinition {
  const parts = partsOf(definition)
  const places = parts
    .filter(other => other.part === part && other.step_id === step_id)
    .map(sibling => Number(sibling.fields['display_order'] ?? 0))
  const place = places.reduce((most, one) => Math.max(most, one), 0) + 1
  return definitionOf([...parts, { part, id, step_id, fields: newPartFields(part, fields, place) }])
}

/** The definition with some fields of one part changed; the same if there is no such part. */
export function changePart(definition: WorkflowDefinition, name: PartName, changes: JsonObject): WorkflowDefinition {
  const key = partKey(name)
  return definitionOf(
    partsOf(definition).map(part => {
      if (partKey(part) !== key) return part
      const effective = part.part === 'step' ? followType(part.fields, changes) : changes
      return { ...part, fields: { ...part.fields, ...effective } }
    }),
  )
}

export type Removal =
  | { readonly ok: true; readonly definition: WorkflowDefinition }
  /** Names, for a sentence, of what would lose its meaning. */
  | { readonly ok: false; readonly usedBy: readonly string[] }

/** Whether a part that stays would no longer say what its author meant. */
function needs({ part, step_id, fields }: Part, removed: PartName): boolean {
  if (part === 'step') return removed.part === 'outcome' && fields['outcome_id'] === removed.id
  if (part !== 'decision_option' || (removed.part === 'step' && step_id === removed.id)) return false
  const action = fields['result_action']
  // Fields of an option come from its definition, where this one is a source of JSON.
  const parsed = action === null || action === undefined ? null : parseAction(action as JsonSource)
  if (parsed === null || !parsed.ok) return false
  const { goto_step, complete_with_outcome } = parsed.action
  return removed.part === 'step' ? goto_step === removed.id : complete_with_outcome === removed.id
}

/**
 * The definition without one part. With a step go its options, resources and connections and its places in paths; steps within
 * it move up to its own parent. Refused where a decision goes to that step or names that outcome, or a step reaches it: whoever
 * removes it has to say first what those do instead.
 */
export function removePart(definition: WorkflowDefinition, name: PartName): Removal {
  const key = partKey(name)
  const parts = partsOf(definition)
  const removed = parts.find(part => partKey(part) === key)
  if (removed === undefined) return { ok: true, definition }
  const rest = parts.filter(part => part !== removed)
  const isNamed = name.part === 'step' || name.part === 'outcome'
  const usedBy = isNamed ? rest.filter(part => needs(part, name)) : []
  if (usedBy.length > 0) return { ok: false, usedBy: usedBy.map(part => describePart(part, definition)) }
  if (name.part !== 'step') return { ok: true, definition: definitionOf(rest) }
  const parent = removed.fields['parent_step_id'] ?? null
  const moved = rest.map(part =>
    part.part === 'step' && part.fields['parent_step_id'] === name.id
      ? { ...part, fields: { ...part.fields, parent_step_id: parent } }
      : part,
  )
  return { ok: true, definition: withoutDanglingReferences(definitionOf(moved)) }
}

/** The steps in this order, numbered on from 1. `ids` names each step once. */
export function orderSteps(definition: WorkflowDefinition, ids: readonly number[]): WorkflowDefinition {
  const byId = new Map(definition.steps.map(step => [step.id, step]))
  const steps = ids.flatMap((id, index) => {
    const step = byId.get(id)
    return step === undefined ? [] : [{ ...step, display_order: index + 1 }]
  })
  return { ...definition, steps }
}
