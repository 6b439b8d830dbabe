import type { DurationRange } from './durations.ts'
import { ninetieth } from './estimate-duration.ts'

/**
 * The time of several steps that vary independently of each other. Means, variances and third central moments add up, medians
 * do not; the range of the sum is worked out from these (Cornish and Fisher, Moments and Cumulants in the Specification of
 * Distributions, 1938).
 */
export class DurationSum {
  #mean = 0
  #variance = 0
  #third = 0

  add({ p50, p90, mean }: DurationRange): void {
    if (mean === undefined || p50 === 0) {
      this.#mean += p50
      this.#variance += ((p90 - p50) / ninetieth) ** 2
      return
    }
    // Of a log-normal time, whose mean is its median times the root of this.
    const skew = (mean / p50) ** 2
    this.#mean += mean
    this.#variance += mean ** 2 * (skew - 1)
    this.#third += mean ** 3 * (skew - 1) ** 2 * (skew + 2)
  }

  get range(): DurationRange & { readonly mean: number } {
    const deviation = Math.sqrt(this.#variance)
    const skewness = deviation === 0 ? 0 : Math.min(1.5, this.#third / deviation ** 3)
    const at = (quantile: number) => this.#mean + deviation * (quantile + (skewness / 6) * (quantile ** 2 - 1))
    return { p50: at(0), p90: at(ninetieth), mean: this.#mean }
  }
}
