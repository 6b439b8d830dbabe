import { exactQuantity, plannedQuantity } from '@hidesync/domain/inventory/planned-quantity'
import { recordedUsage } from '@hidesync/domain/inventory/usage'
import type { JsonObject, StepDefinition } from '@hidesync/domain/workflows/definition'

/** A step that was completed, with what is on record of it. */
export interface DoneStep {
  readonly definition: StepDefinition
  readonly data: JsonObject | null
  readonly notes: string | null
}

/** A material over the whole run: what was planned, and what was used as far as that is recorded. */
export interface MaterialUse {
  readonly name: string
  readonly unit: string | null
  readonly planned: number | null
  /** Null: not recorded in every step that used it. */
  readonly used: number | null
}

/** Begins the line of the notes that records what was left for later, in whatever language it was written. */
export const usedMark = '⚖'

const recordsUse = (line: string) => line.trimStart().startsWith(usedMark)

/** Whether what a step used was left for later, and has not been recorded since. */
export const isUnrecorded = ({ data, notes }: DoneStep): boolean =>
  data?.['resource_usage'] === null && notes?.split('\n').some(recordsUse) !== true

/** Where nothing was stated, the plan counts, but for what is optional. */
function usedIn(
  { definition, data }: DoneStep,
  resource: StepDefinition['resources'][number],
  planned: number | null,
): number | null {
  const recorded = recordedUsage(data, resource)?.['actual_quantity']
  if (typeof recorded === 'number') return recorded
  if (data?.['resource_usage'] !== undefined || definition.resources.length === 0) return null
  return resource.is_optional ? 0 : planned
}

const sum = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : exactQuantity(one + other)

/** Plan against use of each material, by name and unit. */
export function materialUses(steps: readonly DoneStep[], pieces: number): readonly MaterialUse[] {
  const uses = new Map<string, MaterialUse>()
  for (const step of steps)
    for (const resource of step.definition.resources) {
      const { name, unit, resource_type } = resource
      if (resource_type !== 'material' || name === null) continue
      const planned = plannedQuantity(step.definition, resource, pieces)
      const used = usedIn(step, resource, planned)
      const key = `${name.toLowerCase()}|${unit ?? ''}`
      const known = uses.get(key)
      uses.set(
        key,
        known === undefined
          ? { name, unit, planned, used }
          : { ...known, planned: sum(known.planned, planned), used: sum(known.used, used) },
      )
    }
  return [...uses.values()]
}
