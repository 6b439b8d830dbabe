import type { Comparison } from './compare.ts'
import type { Engine } from './options.ts'

export interface Aim {
  readonly text: string
  readonly met: (comparison: Comparison) => boolean
}

export const atLeast = (ratio: number): Aim => ({ text: `>= ${ratio}`, met: comparison => comparison.ratio >= ratio })
export const atMost = (ratio: number): Aim => ({ text: `<= ${ratio}`, met: comparison => comparison.ratio <= ratio })
/** A limit on the product's own figure; the bare minimum stands beside it for comparison. */
export const under = (limit: number, unit: string): Aim => ({
  text: `< ${limit} ${unit}`,
  met: comparison => comparison.product < limit,
})

export interface Row extends Comparison {
  readonly engine: Engine | 'none'
  readonly name: string
  /** What `product` and `bare` count. */
  readonly unit: string
  readonly aim: string | null
  readonly met: boolean | null
}

export interface RowLabel {
  readonly engine: Row['engine']
  readonly name: string
  readonly unit: string
}

export const row = (label: RowLabel, comparison: Comparison, aim: Aim | null): Row => ({
  ...label,
  ...comparison,
  aim: aim?.text ?? null,
  met: aim?.met(comparison) ?? null,
})
