import type { ResourceType, StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'

/** One line of what a project takes. */
export interface Need {
  readonly name: string
  /** Null: the workflow does not say. */
  readonly quantity: number | null
  readonly unit: string | null
  readonly is_optional: boolean
}

/**
 * What all steps take together, one line a name and unit. Materials add up, for each step uses some; a tool is the same one in
 * every step. Nothing is ever converted: two units are two lines.
 */
export function needsOf(steps: readonly StepDefinition[], type: ResourceType): readonly Need[] {
  const lines = new Map<string, Need>()
  for (const resource of steps.flatMap(step => step.resources)) {
    if (resource.resource_type !== type || resource.name === null) continue
    const key = `${resource.name.toLowerCase()}|${type === 'material' ? (resource.unit ?? '') : ''}`
    const known = lines.get(key)
    lines.set(key, known ? merge(known, resource, type) : lineOf(resource))
  }
  return [...lines.values()]
}

const lineOf = ({ name, quantity, unit, is_optional }: StepResource): Need => ({
  name: name ?? '',
  quantity,
  unit,
  is_optional,
})

function merge(known: Need, next: StepResource, type: ResourceType): Need {
  const add = type === 'material' ? (a: number, b: number) => Math.round((a + b) * 1000) / 1000 : Math.max
  const quantity =
    known.quantity === null || next.quantity === null
      ? (known.quantity ?? next.quantity)
      : add(known.quantity, next.quantity)
  return { ...known, quantity, is_optional: known.is_optional && next.is_optional }
}
