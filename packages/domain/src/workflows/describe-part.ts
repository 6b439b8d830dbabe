import type { JsonValue, StepDefinition, WorkflowDefinition } from './definition.ts'
import type { Part } from './parts.ts'

const stepsOf = new WeakMap<WorkflowDefinition, ReadonlyMap<number, StepDefinition>>()

/** Steps by id, kept with the definition: one comparison asks thousands of times. */
const stepIn = (definition: WorkflowDefinition, id: JsonValue | undefined): string => {
  const known = stepsOf.get(definition) ?? new Map(definition.steps.map(step => [step.id, step]))
  stepsOf.set(definition, known)
  const step = known.get(Number(id))
  return step === undefined ? `step ${Number(id)}` : `“${step.name}”`
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : 'unnamed')

/** What a person calls a part: “Cut leather”, the option “By hand” of “Choose”, the connection from “Cut” to “Sew”. */
export function describePart({ part, fields, step_id }: Part, definition: WorkflowDefinition): string {
  switch (part) {
    case 'step':
      return `“${text(fields['name'])}”`
    case 'decision_option':
      return `The option “${text(fields['option_text'])}” of ${stepIn(definition, step_id)}`
    case 'resource':
      return `The ${text(fields['resource_type'])} “${text(fields['name'])}” of ${stepIn(definition, step_id)}`
    case 'connection':
      return `The connection from ${stepIn(definition, fields['source_step_id'])} to ${stepIn(definition, fields['target_step_id'])}`
    case 'outcome':
      return `The outcome “${text(fields['name'])}”`
    case 'path':
      return `The path “${text(fields['name'])}”`
  }
}
