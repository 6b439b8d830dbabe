/** One measurement of product and bare minimum, taken one right after the other. */
export interface Pair {
  readonly product: number
  readonly bare: number
}

export interface Comparison extends Pair {
  /** Median of the rounds' own ratios: what disturbs a machine disturbs both halves of a round. */
  readonly ratio: number
  readonly lowest: number
  readonly highest: number
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The rounds of a comparison as one. */
export function summarise(pairs: readonly Pair[]): Comparison {
  const ratios = pairs.map(({ product, bare }) => product / bare)
  return {
    product: median(pairs.map(pair => pair.product)),
    bare: median(pairs.map(pair => pair.bare)),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  }
}

/** Measures the two in turns, A B, B A, A B …, so that neither always goes first. */
export async function alternate(
  rounds: number,
  measure: { readonly product: () => Promise<number>; readonly bare: () => Promise<number> },
): Promise<Comparison> {
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const product = await measure.product()
      pairs.push({ product, bare: await measure.bare() })
    } else {
      const bare = await measure.bare()
      pairs.push({ product: await measure.product(), bare })
    }
  }
  return summarise(pairs)
}
