import type { JsonValue, WorkflowDefinition } from './definition.ts'

/** What a workflow is made of; each part has an id that stays the same from revision to revision. */
export const partTypes = ['step', 'decision_option', 'resource', 'connection', 'outcome', 'path'] as const
export type PartType = (typeof partTypes)[number]

/** A part by itself: its own fields, without the parts in it. */
export interface Part {
  readonly part: PartType
  readonly id: number
  /** The step that an option or a resource belongs to. */
  readonly step_id: number | null
  readonly fields: Readonly<Record<string, JsonValue>>
}

export const partKey = ({ part, id }: { readonly part: PartType; readonly id: number }): string => `${part}:${id}`

const partOf = (part: PartType, { id, ...fields }: { readonly id: number }, step_id: number | null = null): Part => ({
  part,
  id,
  step_id,
  fields,
})

/** Every part of a workflow in the order in which it stands there, the parts of a step behind it. */
export function partsOf({ steps, connections, outcomes, paths }: WorkflowDefinition): readonly Part[] {
  return [
    ...steps.flatMap(({ resources, decision_options, ...step }) => [
      partOf('step', step),
      ...decision_options.map(option => partOf('decision_option', option, step.id)),
      ...resources.map(resource => partOf('resource', resource, step.id)),
    ]),
    ...connections.map(connection => partOf('connection', connection)),
    ...outcomes.map(outcome => partOf('outcome', outcome)),
    ...paths.map(path => partOf('path', path)),
  ]
}

/** No part has a higher id; 0 where there is none. */
export const highestId = (definition: WorkflowDefinition): number =>
  partsOf(definition).reduce((highest, { id }) => Math.max(highest, id), 0)

/** The workflow that these parts make, in their order; a part of a step that is not there is left out. */
export function definitionOf(parts: readonly Part[]): WorkflowDefinition {
  const of = (type: PartType) => parts.filter(({ part }) => part === type)
  const whole = ({ id, fields }: Part): Record<string, unknown> => ({ id, ...fields })
  const within = (type: PartType) => {
    const byStep = new Map<number | null, Record<string, unknown>[]>()
    for (const part of of(type)) {
      const known = byStep.get(part.step_id)
      if (known === undefined) byStep.set(part.step_id, [whole(part)])
      else known.push(whole(part))
    }
    return (step_id: number) => byStep.get(step_id) ?? []
  }
  const [resourcesOf, optionsOf] = [within('resource'), within('decision_option')]
  // The parts were taken from definitions and keep their fields.
  return {
    steps: of('step').map(step => ({
      ...whole(step),
      resources: resourcesOf(step.id),
      decision_options: optionsOf(step.id),
    })),
    connections: of('connection').map(whole),
    outcomes: of('outcome').map(whole),
    paths: of('path').map(whole),
  } as unknown as WorkflowDefinition
}
