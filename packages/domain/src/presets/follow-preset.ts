import type { StepDefinition, WorkflowDefinition } from '../workflows/definition.ts'
import { keepLinks } from '../workflows/keep-links.ts'
import { highestId } from '../workflows/parts.ts'
import { renameDefinition } from './copy-definition.ts'
import type { PresetWorkflow } from './preset.ts'
import { presetToDefinition, type PartKind } from './preset-to-definition.ts'

type Kept = ReadonlyMap<string, number>

const folded = (text: string | null): string => (text ?? '').trim().toLowerCase()
const keyOf = (kind: PartKind, id: number): string => `${kind} ${id}`

/** Of two lists, those that are alike: the first with the first, the second with the second. */
function alike<A, B>(ones: readonly A[], others: readonly B[], likeness: (part: A | B) => string): (readonly [A, B])[] {
  const left = new Map<string, B[]>()
  for (const other of others) left.set(likeness(other), [...(left.get(likeness(other)) ?? []), other])
  return ones.flatMap(one => {
    const other = left.get(likeness(one))?.shift()
    return other === undefined ? [] : [[one, other] as const]
  })
}

/** Steps of one name are one step; of the others, those that stand in the same place: they were renamed. */
function sameSteps(
  next: readonly StepDefinition[],
  present: readonly StepDefinition[],
): (readonly [StepDefinition, StepDefinition])[] {
  const named = alike(next, present, ({ name }) => folded(name))
  const taken = new Set(named.flat())
  const renamed = next.flatMap((step, index) => {
    const other = present[index]
    return other === undefined || taken.has(step) || taken.has(other) ? [] : [[step, other] as const]
  })
  return [...named, ...renamed]
}

/** Parts of the next graph, by kind and id, with the ids that the same parts have in the present one. */
function keptParts(next: WorkflowDefinition, present: WorkflowDefinition): Kept {
  const steps = sameSteps(next.steps, present.steps)
  const stepIds = new Map(steps.map(([step, before]) => [step.id, before.id]))
  const entries = (kind: PartKind, pairs: readonly (readonly [{ readonly id: number }, { readonly id: number }])[]) =>
    pairs.map(([part, before]) => [keyOf(kind, part.id), before.id] as const)
  const ways = next.connections.map(way => ({
    ...way,
    source_step_id: stepIds.get(way.source_step_id) ?? -1,
    target_step_id: stepIds.get(way.target_step_id) ?? -1,
  }))
  return new Map([
    ...entries('step', steps),
    ...steps.flatMap(([step, before]) => [
      ...entries(
        'resource',
        alike(step.resources, before.resources, ({ resource_type, name }) => `${resource_type} ${folded(name)}`),
      ),
      ...entries(
        'option',
        alike(step.decision_options, before.decision_options, ({ option_text }) => folded(option_text)),
      ),
    ]),
    ...entries(
      'connection',
      alike(ways, present.connections, way => `${way.source_step_id} ${way.target_step_id} ${way.connection_type}`),
    ),
    ...entries(
      'outcome',
      alike(next.outcomes, present.outcomes, ({ name }) => folded(name)),
    ),
    ...entries(
      'path',
      alike(next.paths, present.paths, ({ name }) => folded(name)),
    ),
  ])
}

/**
 * What a workflow becomes when it follows a newer version of the preset that it was made from. Ids in a preset are places, so that
 * its parts are known again by what they are called; they keep their ids and links, and new ones get ids above all present ones.
 */
export function followPreset(preset: PresetWorkflow, present: WorkflowDefinition): WorkflowDefinition {
  let last = highestId(present)
  const next = presetToDefinition({ workflow: preset }, () => (last += 1))
  const kept = keptParts(next, present)
  const renamed = renameDefinition(next, (kind, id) => kept.get(keyOf(kind, id)) ?? id)
  // What is linked to a workshop's own stock stays linked.
  return keepLinks(renamed, present)
}
