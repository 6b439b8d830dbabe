import type { StepDefinition, StepResource } from '../workflows/definition.ts'

/** Quantities carry at most six decimals. */
export const exactQuantity = (quantity: number): number => Math.round(quantity * 1e6) / 1e6

/** How much of a resource its step takes in a run for so many pieces: materials multiply where the step says so. Null: not stated. */
export function plannedQuantity(
  { scales_with_quantity }: Pick<StepDefinition, 'scales_with_quantity'>,
  { quantity, resource_type }: Pick<StepResource, 'quantity' | 'resource_type'>,
  pieces: number,
): number | null {
  if (quantity === null) return null
  return exactQuantity(scales_with_quantity && resource_type === 'material' ? quantity * pieces : quantity)
}
