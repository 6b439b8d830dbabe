import { addCounts, noCounts, type Counts } from './buckets.ts'
import type { DurationRange } from './durations.ts'
import { clippedSquares, medianOf, precisionAt, logDurations, towardsMean, type LogDurations } from './robust.ts'

/** What is known of the time of one step. */
export interface KnownOfStep {
  /** Minutes; 0: none was given. */
  readonly estimate: number
  /** LogDurations of others. */
  readonly others: Counts
  /** LogDurations of the person who is going to do it. */
  readonly own: Counts
}

/** Nine in ten of a normal distribution lie below its mean and so many deviations. */
export const ninetieth = 1.2816

/**
 * Deviations of logarithms of durations before anything is known, so that a range without records is as wide as the author's alone: how
 * one person's times of one step vary, how people differ from each other, and how far estimates are from what is true. An estimate
 * is thus worth 1.4 records of others, and others' records together at most 2.8 of one's own.
 */
const within = 0.25
const between = 0.15
const ofAuthors = 0.25

/** So many records' worth of evidence is given to times that vary as stated above. */
const variationWeight = 4

/** What takes so many times longer, or shorter, than estimated tells of a forgotten timer, or of clicking through; it isn't believed. */
const believable = Math.log(32)

/** The means and the variation are worked out together, each from the others, until they stay as they are. */
const rounds = 40
/** A thousandth of what is estimated. */
const enough = 1e-3

const believed = (counts: Counts, estimate: number): LogDurations =>
  logDurations(counts, log => estimate === 0 || Math.abs(log - Math.log(estimate)) <= believable)

/**
 * The time that a step will take a person, from the author's estimate, others' records and their own: the author's estimate is
 * where others' times are looked for, and these are where the person's are, each weighed by how much is known of it (a normal
 * hierarchy of logarithms, Gelman et al., Bayesian Data Analysis, chapter 5, with clipped deviations). How much this step's times vary,
 * compared with what was expected, is learned with it. Null: nothing was recorded that could be believed.
 */
export function estimateDuration(known: KnownOfStep): DurationRange | null {
  const { estimate } = known
  const others = believed(known.others, estimate)
  const own = believed(known.own, estimate)
  if (others.total + own.total === 0) return null

  const author = estimate === 0 ? { mean: 0, precision: 0 } : { mean: Math.log(estimate), precision: ofAuthors ** -2 }
  let general = medianOf(others)
  let expected = medianOf(own)
  let variation = 1
  let variance = 0
  for (let round = 0, change = 1; round < rounds && change > enough; round += 1) {
    const ofOne = within ** 2 * variation
    // However alike the others are, this person may be another.
    const ofPeople = between ** 2 * Math.max(1, variation)
    const [spread, ownSpread] = [Math.sqrt(ofOne + ofPeople), Math.sqrt(ofOne)]
    const before = { general, expected, variation }
    general = towardsMean(others, spread, author, general)
    const precision = precisionAt(author, general) + others.total / (ofOne + ofPeople)
    const prior = { mean: general, precision: precision === 0 ? 0 : 1 / (ofPeople + 1 / precision) }
    expected = towardsMean(own, ownSpread, prior, expected)
    variance = ofOne + 1 / (precisionAt(prior, expected) + own.total / ofOne)
    const squares = clippedSquares(others, spread, general) + clippedSquares(own, ownSpread, expected)
    variation *= (variationWeight / variation + squares) / (variationWeight + others.total + own.total)
    change = Math.max(
      Math.abs(general - before.general),
      Math.abs(expected - before.expected),
      Math.abs(variation - before.variation),
    )
  }
  const p50 = Math.exp(expected)
  return { p50, p90: Math.exp(expected + ninetieth * Math.sqrt(variance)), mean: Math.exp(expected + variance / 2) }
}

/** The same of waiting, which takes as long for everyone, and at least as long as it has to. */
export function estimateWaiting({ estimate, others, own }: KnownOfStep): DurationRange | null {
  const everyone = addCounts(others, own)
  const range = estimateDuration({ estimate, others: everyone, own: noCounts })
  if (range === null) return null
  const p50 = Math.max(estimate, range.p50)
  return { p50, p90: Math.max(p50, range.p90), mean: Math.max(p50, range.mean ?? 0) }
}
