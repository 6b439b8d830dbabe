import { logMinutes, type Counts } from './buckets.ts'

/** Recorded durations as the logarithms of their minutes, with how often each was recorded. */
export interface LogDurations {
  readonly logs: readonly number[]
  readonly counts: readonly number[]
  readonly total: number
}

/** Where logarithms of durations are expected before any is looked at; precision 0: nothing is known. */
export interface Prior {
  readonly mean: number
  readonly precision: number
}

/**
 * LogDurations further than this many deviations away pull no harder than one at this distance (Huber, Robust Estimation of a Location
 * Parameter, 1964): 96 % as good as the mean where times are log-normal, and hardly moved by a timer that somebody forgot.
 */
const clip = 1.5
/** The mean of squared deviations so clipped, of a normal distribution. */
const clippedSquare = 0.7785

/** How far what is so many deviations away is trusted. */
const trustAt = (deviations: number) => Math.min(1, clip / Math.abs(deviations))

/** The precision that is left of what was expected where records are found elsewhere: the expectation may be what is off. */
export const precisionAt = ({ mean, precision }: Prior, found: number): number =>
  precision * trustAt((found - mean) * Math.sqrt(precision))

/** The records of the buckets whose logarithm passes. */
export function logDurations(recorded: Counts, passes: (log: number) => boolean): LogDurations {
  const logs: number[] = []
  const counts: number[] = []
  let total = 0
  for (const [bucket, count] of [...recorded].toSorted(([one], [other]) => one - other)) {
    const log = logMinutes(bucket)
    if (!passes(log)) continue
    logs.push(log)
    counts.push(count)
    total += count
  }
  return { logs, counts, total }
}

/** Half of the records lie up to it. */
export function medianOf({ logs, counts, total }: LogDurations): number {
  let seen = 0
  return logs.find((_, index) => (seen += counts[index] ?? 0) >= total / 2) ?? 0
}

/** One step from a mean towards the robust mean of records that vary by `deviation` and of what was expected of it. */
export function towardsMean(
  { logs, counts, total }: LogDurations,
  deviation: number,
  prior: Prior,
  mean: number,
): number {
  if (total === 0) return prior.mean
  let weights = precisionAt(prior, mean)
  let sum = prior.mean * weights
  for (let index = 0; index < logs.length; index += 1) {
    const log = logs[index] ?? 0
    const weight = ((counts[index] ?? 0) * trustAt((log - mean) / deviation)) / deviation ** 2
    sum += weight * log
    weights += weight
  }
  return sum / weights
}

/** The sum of squared deviations from a mean, in units of the deviation that is expected, each no larger than clipped. */
export function clippedSquares({ logs, counts }: LogDurations, deviation: number, mean: number): number {
  let sum = 0
  for (let index = 0; index < logs.length; index += 1)
    sum += (counts[index] ?? 0) * Math.min(clip, Math.abs((logs[index] ?? 0) - mean) / deviation) ** 2
  return sum / clippedSquare
}
