import { bucketOf, type Counts } from '../insights/buckets.ts'
import { estimateDuration } from '../insights/estimate-duration.ts'

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How the times of a world's steps vary: deviations of their logarithms. */
export interface World {
  /** Of the author's estimate from what a step takes. */
  readonly author: number
  /** Of a maker from others. */
  readonly between: number
  /** Of a maker from themselves. */
  readonly within: number
  /** Share of records that are forgotten timers; half as many are clicked through. */
  readonly forgotten: number
}

export const countsOf = (minutes: readonly number[]): Counts => {
  const counts = new Map<number, number>()
  for (const one of minutes) counts.set(bucketOf(one), (counts.get(bucketOf(one)) ?? 0) + 1)
  return counts
}

/** What many makers see of estimates: means over all of them. */
export interface Seen {
  /** Absolute error of the logarithm of the median, learned and of the author's estimate. */
  readonly learned: number
  readonly author: number
  /** Share of next times that lie within p90. */
  readonly covered: number
}

/** Makers with so many records, their own or of others, who do each their step once more. */
export function simulate(world: World, records: number, whose: 'own' | 'others', makers = 1500): Seen {
  const next = random(20_260_301 + records)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const time = (median: number) => median * Math.exp(world.within * normal())
  const record = (median: number) => {
    const chance = next()
    if (chance < world.forgotten) return median * (10 + 300 * next())
    return chance < world.forgotten * 1.5 ? 0.05 : time(median)
  }
  let [learned, author, covered] = [0, 0, 0]
  for (let maker = 0; maker < makers; maker += 1) {
    const usual = 2 * 60 ** next()
    const estimate = usual * Math.exp(world.author * normal())
    const person = () => usual * Math.exp(world.between * normal())
    const mine = person()
    const own = countsOf(Array.from({ length: whose === 'own' ? records : 0 }, () => record(mine)))
    const others = countsOf(Array.from({ length: whose === 'others' ? records : 0 }, () => record(person())))
    const range = estimateDuration({ estimate, others, own }) ?? { p50: estimate, p90: estimate * 1.64 }
    learned += Math.abs(Math.log(range.p50 / mine)) / makers
    author += Math.abs(Math.log(estimate / mine)) / makers
    covered += (time(mine) <= range.p90 ? 1 : 0) / makers
  }
  return { learned, author, covered }
}
