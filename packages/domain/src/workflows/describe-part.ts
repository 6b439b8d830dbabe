import type { StepDefinition, WorkflowDefinition } from './definition.ts'
import type { Part } from './parts.ts'

const stepsOf = new WeakMap<WorkflowDefinition, ReadonlyMap<number, StepDefinition>>()

/** Steps by id, kept with the definition: one comparison asks thousands of times. */
const stepIn = (definition: WorkflowDefinition, id: unknown): string => {
  const known = stepsOf.get(definition) ?? new Map(definition.steps.map(step => [step.id, step]))
  stepsOf.set(definition, known)
  const step = known.get(Number(id))
  return step === undefined ? `step ${String(id)}` : `“${step.name}”`
}

/** What a person calls a part: “Cut leather”, the option “By hand” of “Choose”, the connection from “Cut” to “Sew”. */
export function describePart({ part, fields, step_id }: Part, definition: WorkflowDefinition): string {
  switch (part) {
    case 'step':
      return `“${String(fields['name'])}”`
    case 'decision_option':
      return `The option “${String(fields['option_text'])}” of ${stepIn(definition, step_id)}`
    case 'resource':
      return `The ${String(fields['resource_type'])} “${String(fields['name'] ?? 'unnamed')}” of ${stepIn(definition, step_id)}`
    case 'connection':
      return `The connection from ${stepIn(definition, fields['source_step_id'])} to ${stepIn(definition, fields['target_step_id'])}`
    case 'outcome':
      return `The outcome “${String(fields['name'])}”`
    case 'path':
      return `The path “${String(fields['name'])}”`
  }
}
