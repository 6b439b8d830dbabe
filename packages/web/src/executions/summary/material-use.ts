import { exactQuantity, plannedQuantity } from '@hidesync/domain/inventory/planned-quantity'
import { recordedUsage } from '@hidesync/domain/inventory/usage'
import type { JsonObject, StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'

/** A step that was completed, with what is on record of that pass. */
export interface DoneStep {
  readonly definition: StepDefinition
  readonly data: JsonObject | null
  readonly notes: string | null
  /** That it took; null: nobody knows. */
  readonly minutes: number | null
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

const linesOf = ({ notes }: DoneStep): number => notes?.split('\n').filter(recordsUse).length ?? 0
const isLate = ({ data }: DoneStep): boolean => data?.['resource_usage'] === null

/**
 * The passes of which it was left for later what they used, and that were not recorded since. A line that records it stands in the
 * notes of the step's last pass, whichever it is about.
 */
export function unrecorded(steps: readonly DoneStep[]): readonly DoneStep[] {
  const ids = new Set(steps.map(({ definition }) => definition.id))
  return [...ids].flatMap(id => {
    const passes = steps.filter(({ definition }) => definition.id === id)
    const recorded = passes.reduce((sum, pass) => sum + linesOf(pass), 0)
    return passes.filter(isLate).slice(recorded)
  })
}

/** Where nothing was stated, the plan counts, but for what is optional. */
function usedIn({ definition, data }: DoneStep, resource: StepResource, planned: number | null): number | null {
  const record = recordedUsage(data, resource)
  const recorded = record?.['actual_quantity']
  if (typeof recorded === 'number') {
    // One record may stand for several lines of the step that name the same thing of the inventory: it counts with the first.
    const first = definition.resources.find(other => recordedUsage(data, other) === record)
    return first?.id === resource.id ? recorded : 0
  }
  if (data?.['resource_usage'] !== undefined || definition.resources.length === 0) return null
  return resource.is_optional ? 0 : planned
}

const sum = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : exactQuantity(one + other)

/** Plan against use of each material, by name and unit, over all passes of all steps. */
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
