import type { ResourceType, StepDefinition } from '../workflows/definition.ts'
import type { RequiredResource, RequiredResources, ResourceSection } from './preset.ts'

const sectionOf: Record<ResourceType, ResourceSection> = {
  material: 'materials',
  tool: 'tools',
  documentation: 'documentation',
}

const key = (section: ResourceSection, resource: { readonly name: string; readonly unit: string | null }): string =>
  JSON.stringify([section, resource.name.trim().toLowerCase(), resource.unit?.trim().toLowerCase() ?? null])

/** How two steps' needs for one thing add up: what is used up is summed, of what is used again the most counts. */
function together(section: ResourceSection, a: RequiredResource, b: RequiredResource): RequiredResource {
  const sum = section === 'materials'
  const quantity =
    a.quantity === null || b.quantity === null
      ? (a.quantity ?? b.quantity)
      : sum
        ? a.quantity + b.quantity
        : Math.max(a.quantity, b.quantity)
  return { ...a, quantity, is_optional: a.is_optional && b.is_optional, notes: a.notes ?? b.notes }
}

/** The name of a resource; one without goes by what it is, and never by an id, which would mean something else elsewhere. */
export const resourceName = ({ name, resource_type }: StepDefinition['resources'][number]): string =>
  name ?? `Unnamed ${resource_type}`

/** Of what an author listed for the project as a whole, what no step names. */
export function namedByNoStep(steps: readonly StepDefinition[], listed: RequiredResources): RequiredResources {
  const nameKey = (section: ResourceSection, name: string) => key(section, { name, unit: null })
  const resources = steps.flatMap(step => step.resources)
  const names = new Set(resources.map(one => nameKey(sectionOf[one.resource_type], resourceName(one))))
  const left = (section: ResourceSection) => listed[section].filter(({ name }) => !names.has(nameKey(section, name)))
  return { materials: left('materials'), tools: left('tools'), documentation: left('documentation') }
}

const nothing: RequiredResources = { materials: [], tools: [], documentation: [] }

/**
 * What the steps need, gathered by name and unit, followed by what an author listed for the project as a whole and no step
 * names.
 */
export function requiredResources(
  steps: readonly StepDefinition[],
  listed: RequiredResources | null = null,
): RequiredResources {
  const gathered: Record<ResourceSection, Map<string, RequiredResource>> = {
    materials: new Map(),
    tools: new Map(),
    documentation: new Map(),
  }
  for (const resource of steps.flatMap(step => step.resources)) {
    const section = sectionOf[resource.resource_type]
    const { quantity, unit, is_optional, notes } = resource
    const need: RequiredResource = { name: resourceName(resource), quantity, unit, is_optional, notes }
    const known = gathered[section].get(key(section, need))
    gathered[section].set(key(section, need), known === undefined ? need : together(section, known, need))
  }
  const rest = namedByNoStep(steps, listed ?? nothing)
  const withRest = (section: ResourceSection) => [...gathered[section].values(), ...rest[section]]
  return { materials: withRest('materials'), tools: withRest('tools'), documentation: withRest('documentation') }
}
