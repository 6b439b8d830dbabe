import { exactQuantity, plannedQuantity } from '@hidesync/domain/inventory/planned-quantity'
import {
  resourceTypes,
  type ResourceType,
  type StepDefinition,
  type StepResource,
} from '@hidesync/domain/workflows/definition'

/** One thing to fetch before the work begins. */
export interface GatherLine {
  /** What it is called in the steps: one thing may be needed in several. */
  readonly ids: readonly number[]
  readonly name: string
  readonly type: ResourceType
  /** Null: the workflow does not say. */
  readonly quantity: number | null
  readonly unit: string | null
  readonly is_optional: boolean
  readonly notes: readonly string[]
}

/** Lines under what they have in common: their kind, or the step that needs them. */
export interface GatherGroup {
  readonly key: string
  readonly lines: readonly GatherLine[]
}

interface Named {
  readonly step: StepDefinition
  readonly resource: StepResource & { readonly name: string }
}

const named = (steps: readonly StepDefinition[]): readonly Named[] =>
  steps.flatMap(step =>
    step.resources.flatMap(resource =>
      resource.name === null ? [] : [{ step, resource: { ...resource, name: resource.name } }],
    ),
  )

const lineOf = ({ step, resource }: Named, pieces: number): GatherLine => ({
  ids: [resource.id],
  name: resource.name,
  type: resource.resource_type,
  quantity: plannedQuantity(step, resource, pieces),
  unit: resource.unit,
  is_optional: resource.is_optional,
  notes: resource.notes === null ? [] : [resource.notes],
})

/** Materials add up, for each step uses some; a tool or a document is the same one in every step. */
function joined(one: GatherLine, other: GatherLine): GatherLine {
  const add = one.type === 'material' ? (a: number, b: number) => exactQuantity(a + b) : Math.max
  return {
    ...one,
    ids: [...one.ids, ...other.ids],
    quantity:
      one.quantity === null || other.quantity === null
        ? (one.quantity ?? other.quantity)
        : add(one.quantity, other.quantity),
    is_optional: one.is_optional && other.is_optional,
    notes: [...new Set([...one.notes, ...other.notes])],
  }
}

/** By kind, each thing once with all that is needed of it; two units of a thing are two lines, for nothing is converted. */
export function gatherByKind(steps: readonly StepDefinition[], pieces: number): readonly GatherGroup[] {
  const lines = new Map<string, GatherLine>()
  for (const one of named(steps)) {
    const line = lineOf(one, pieces)
    const key = `${line.type}|${line.name.toLowerCase()}|${line.type === 'material' ? (line.unit ?? '') : ''}`
    const known = lines.get(key)
    lines.set(key, known === undefined ? line : joined(known, line))
  }
  return resourceTypes.flatMap(type => {
    const own = [...lines.values()].filter(line => line.type === type)
    return own.length === 0 ? [] : [{ key: type, lines: own }]
  })
}

/** By the step that needs it; the key is the step's id. */
export function gatherByStep(steps: readonly StepDefinition[], pieces: number): readonly GatherGroup[] {
  return steps.flatMap(step => {
    const lines = named([step]).map(one => lineOf(one, pieces))
    return lines.length === 0 ? [] : [{ key: String(step.id), lines }]
  })
}
