import type { ResourceType, StepDefinition, StepResource } from '@hidesync/domain/workflows/definition'

/** One line of what a project takes. */
export interface Need {
  readonly name: string
  /** For one piece; null: the workflow does not say. */
  readonly quantity: number | null
  /** How much of it is needed again for each piece. */
  readonly per_piece: number
  readonly unit: string | null
  readonly is_optional: boolean
}

type NeedingStep = Pick<StepDefinition, 'resources' | 'scales_with_quantity'>

/** Quantities carry at most six decimals. */
const exact = (quantity: number): number => Math.round(quantity * 1e6) / 1e6

/**
 * What all steps take together, one line a name and unit. Materials add up, for each step uses some; a tool is the same one in
 * every step. Nothing is ever converted: two units are two lines.
 */
export function needsOf(steps: readonly NeedingStep[], type: ResourceType): readonly Need[] {
  const lines = new Map<string, Need>()
  for (const step of steps)
    for (const resource of step.resources) {
      if (resource.resource_type !== type || resource.name === null) continue
      const key = `${resource.name.toLowerCase()}|${type === 'material' ? (resource.unit ?? '') : ''}`
      const known = lines.get(key)
      const line = lineOf(resource, type === 'material' && step.scales_with_quantity)
      lines.set(key, known ? merge(known, line, type) : line)
    }
  return [...lines.values()]
}

const lineOf = ({ name, quantity, unit, is_optional }: StepResource, scales: boolean): Need => ({
  name: name ?? '',
  quantity,
  per_piece: scales ? (quantity ?? 0) : 0,
  unit,
  is_optional,
})

function merge(known: Need, next: Need, type: ResourceType): Need {
  const add = type === 'material' ? (a: number, b: number) => exact(a + b) : Math.max
  const quantity =
    known.quantity === null || next.quantity === null
      ? (known.quantity ?? next.quantity)
      : add(known.quantity, next.quantity)
  return {
    ...known,
    quantity,
    per_piece: add(known.per_piece, next.per_piece),
    is_optional: known.is_optional && next.is_optional,
  }
}

/** How much of it so many pieces take; null: the workflow does not say. */
export const quantityFor = ({ quantity, per_piece }: Need, pieces: number): number | null =>
  quantity === null ? null : exact(quantity + per_piece * (pieces - 1))

/** How many pieces so much of it is enough for, none where it is too little for any; null: it does not depend on their number. */
export const piecesFrom = ({ quantity, per_piece }: Need, have: number): number | null =>
  quantity === null || per_piece === 0 ? null : Math.max(0, exact((have - (quantity - per_piece)) / per_piece))
