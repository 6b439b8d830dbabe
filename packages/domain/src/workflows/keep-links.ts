import type { WorkflowDefinition } from './definition.ts'

/** The same graph, in which every resource that was there before is linked as it was, and called so if it says no name. */
export function keepLinks(next: WorkflowDefinition, before: WorkflowDefinition): WorkflowDefinition {
  const known = new Map(before.steps.flatMap(step => step.resources.map(resource => [resource.id, resource])))
  return {
    ...next,
    steps: next.steps.map(step => ({
      ...step,
      resources: step.resources.map(resource => {
        const was = known.get(resource.id)
        if (was === undefined) return resource
        const { dynamic_material_id, tool_id, documentation_id } = was
        return { ...resource, name: resource.name ?? was.name, dynamic_material_id, tool_id, documentation_id }
      }),
    })),
  }
}
