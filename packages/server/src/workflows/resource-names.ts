import type { StepResource, WorkflowDefinition } from '@hidesync/domain/workflows/definition'

/** What a resource may link in the stock. */
export const stockLinks = ['dynamic_material_id', 'tool_id', 'documentation_id'] as const
export type StockLink = (typeof stockLinks)[number]

/** Names of things in stock, by what links them and their id. */
export type ResourceNames = ReadonlyMap<string, string>

export const stockKey = (link: StockLink, id: number | null): string => `${link} ${id}`

/** The definition with a name on every resource: one that has none of its own goes by that of what it links in the stock. */
export function withResourceNames(definition: WorkflowDefinition, names: ResourceNames): WorkflowDefinition {
  if (names.size === 0) return definition
  const named = (resource: StepResource): StepResource => ({
    ...resource,
    name: resource.name ?? stockLinks.flatMap(link => names.get(stockKey(link, resource[link])) ?? [])[0] ?? null,
  })
  return { ...definition, steps: definition.steps.map(step => ({ ...step, resources: step.resources.map(named) })) }
}
