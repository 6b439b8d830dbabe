import type { StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'
import { sayCode, sayNumber } from '../terminal/words.ts'

/** `1.5 sq ft vegetable tanned leather (optional)`, as a maker would write it on a list. */
export function resourceLine(
  resource: Pick<StepResource, 'resource_type' | 'name' | 'quantity' | 'unit' | 'is_optional'>,
): string {
  const { resource_type, name, quantity, unit, is_optional } = resource
  const counted = unit === null || unit === 'piece' || unit === 'pieces'
  const amount =
    quantity === null || (counted && quantity === 1)
      ? ''
      : `${sayNumber(quantity)}${counted ? ' ×' : ` ${sayCode(unit)}`} `
  return `${amount}${name ?? resource_type}${is_optional ? ' (optional)' : ''}`
}

type Gathered = Pick<StepResource, 'resource_type' | 'name' | 'quantity' | 'unit' | 'is_optional'>

/** Everything that the steps need: materials added up by name and unit, tools and documents once each. */
export function gatherResources(steps: readonly Pick<StepDefinition, 'resources'>[]): readonly Gathered[] {
  const gathered = new Map<string, Gathered>()
  for (const resource of steps.flatMap(step => step.resources)) {
    const { resource_type, name, quantity, unit, is_optional, notes } = resource
    const key = JSON.stringify([resource_type, (name ?? notes ?? '').toLowerCase(), unit])
    const before = gathered.get(key)
    const adds = resource_type === 'material' && before?.quantity !== null && quantity !== null
    gathered.set(key, {
      resource_type,
      name: name ?? notes,
      unit,
      quantity: before === undefined ? quantity : adds ? (before.quantity ?? 0) + (quantity ?? 0) : before.quantity,
      is_optional: is_optional && (before?.is_optional ?? true),
    })
  }
  const order = ['material', 'tool', 'documentation']
  return [...gathered.values()].toSorted(
    (one, other) => order.indexOf(one.resource_type) - order.indexOf(other.resource_type),
  )
}
