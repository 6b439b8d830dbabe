/**
 * How often recorded durations fell into each bucket, by the bucket's number. That is all that is kept of them: two of these add up and
 * subtract exactly and in any order, so a record can be taken back, and one day or one forgotten timer weighs no more than one record.
 */
export type Counts = ReadonlyMap<number, number>

export const noCounts: Counts = new Map()

/** Buckets are as wide as they are long: eight to a doubling, from a second on, so that a duration is known to within 4.5 %. */
const perDoubling = 8

/** Of 60 days; the longest that a duration may be is 86,400 minutes. */
export const lastBucket = 178

/** The bucket of a duration in minutes, which has to be more than nothing. */
export function bucketOf(minutes: number): number {
  const bucket = Math.round(perDoubling * Math.log2(minutes * 60))
  return Math.min(lastBucket, Math.max(0, bucket))
}

const ofSecond = -Math.log(60)

/** The natural logarithm of the minutes in the middle of a bucket. */
export const logMinutes = (bucket: number): number => (bucket / perDoubling) * Math.LN2 + ofSecond

/** What is in any of them, or with `sign` -1 what the first has beyond the second. */
export function addCounts(one: Counts, other: Counts, sign: 1 | -1 = 1): Counts {
  if (other.size === 0) return one
  const sum = new Map(one)
  for (const [bucket, count] of other) {
    const left = (sum.get(bucket) ?? 0) + sign * count
    if (left > 0) sum.set(bucket, left)
    else sum.delete(bucket)
  }
  return sum
}
