import { unitOf } from '@hidesync/domain/inventory/units'

/** How much one press on more or less changes a quantity: whole pieces, else a tenth, or more where the amounts are large. */
export function unitStep(unit: string | null, planned: number | null): number {
  const dimension = unit === null ? null : (unitOf(unit)?.dimension ?? null)
  if (dimension === 'count' || dimension === 'own') return 1
  const amount = planned ?? 1
  return amount >= 100 ? 10 : amount >= 10 ? 1 : 0.1
}
