import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf } from '../testing/makers.ts'
import { addCounts, bucketOf, lastBucket, logMinutes, noCounts } from './buckets.ts'
import { estimateDuration, estimateWaiting } from './estimate-duration.ts'

const minutes = fc.double({ min: 0.02, max: 86_400, noNaN: true })
const recorded = fc.array(minutes, { maxLength: 40 })
const estimates = fc.oneof(fc.constant(0), minutes)
const near = (value: number) => expect.closeTo(value, 6) as number

describe('buckets', () => {
  it('hold a duration to within 4.5 %', () => {
    fc.assert(
      fc.property(minutes, value => {
        expect(Math.abs(logMinutes(bucketOf(value)) - Math.log(value))).toBeLessThan(0.0441)
        expect(bucketOf(value)).toBeGreaterThanOrEqual(0)
        expect(bucketOf(value)).toBeLessThanOrEqual(lastBucket)
      }),
    )
    expect(bucketOf(0.000_01)).toBe(0)
  })

  it('add up in any order, one by one as all at once, and a record that is taken back leaves nothing', () => {
    fc.assert(
      fc.property(recorded, recorded, (one, other) => {
        const all = countsOf([...one, ...other])
        const sorted = (counts: typeof all) => [...counts].toSorted(([a], [b]) => a - b)
        expect(sorted(addCounts(countsOf(other), countsOf(one)))).toEqual(sorted(all))
        const byOne = [...other, ...one]
          .map(value => countsOf([value]))
          .reduce((sum, value) => addCounts(sum, value), noCounts)
        expect(sorted(byOne)).toEqual(sorted(all))
        expect(sorted(addCounts(all, countsOf(other), -1))).toEqual(sorted(countsOf(one)))
      }),
    )
  })
})

describe('estimateDuration()', () => {
  it('gives a range of positive minutes whose p50 is not beyond its p90, whatever was recorded and in whatever order', () => {
    fc.assert(
      fc.property(estimates, recorded, recorded, (estimate, others, own) => {
        const range = estimateDuration({ estimate, others: countsOf(others), own: countsOf(own) })
        if (range === null) return
        expect(range.p50).toBeGreaterThan(0)
        expect(range.p90).toBeGreaterThanOrEqual(range.p50)
        expect(Number.isFinite(range.p90)).toBe(true)
        const reversed = { others: countsOf(others.toReversed()), own: countsOf(own.toReversed()) }
        expect(estimateDuration({ estimate, ...reversed })).toEqual({
          p50: near(range.p50),
          p90: near(range.p90),
          mean: near(range.mean ?? 0),
        })
      }),
    )
  })

  it('says nothing without records, or where none can be believed', () => {
    expect(estimateDuration({ estimate: 30, others: noCounts, own: noCounts })).toBeNull()
    expect(estimateDuration({ estimate: 30, others: countsOf([2_400, 0.05]), own: noCounts })).toBeNull()
  })

  it('lies between estimate and records while there are few, and with the records once there are many', () => {
    const p50 = (count: number, whose: 'own' | 'others') => {
      const counts = countsOf(Array.from({ length: count }, () => 60))
      return estimateDuration({ estimate: 30, others: noCounts, own: noCounts, [whose]: counts })?.p50 ?? 30
    }
    const own = [0, 1, 3, 10, 30].map(count => p50(count, 'own'))
    expect(own).toEqual(own.toSorted((one, other) => one - other))
    expect(own[1]).toBeGreaterThan(35)
    expect(own[1]).toBeLessThan(55)
    expect(own[4]).toBeGreaterThan(57)
    expect(p50(3, 'others')).toBeLessThan(p50(3, 'own'))
  })

  it('weighs a person’s own records more than everyone else’s', () => {
    const range = estimateDuration({
      estimate: 30,
      others: countsOf(Array.from({ length: 50 }, () => 30)),
      own: countsOf([60, 62, 58, 61, 60]),
    })
    expect(range?.p50).toBeGreaterThan(45)
  })

  it.each([
    ['with an estimate', 30, 0.01],
    ['without one', 0, 0.06],
  ])('hardly notices a timer forgotten for 40 hours among ten normal times, %s', (_, estimate, bound) => {
    const normal = [25, 27, 28, 29, 30, 30, 31, 33, 34, 36]
    const of = (times: number[]) => estimateDuration({ estimate, others: noCounts, own: countsOf(times) })
    const [without, forgotten] = [of(normal)?.p50 ?? 0, of([...normal, 2_400])?.p50 ?? 0]
    expect(Math.abs(forgotten / without - 1)).toBeLessThan(bound)
  })

  it('learns how much a step varies: the same times give a narrower range than scattered ones', () => {
    const width = (times: number[]) => {
      const range = estimateDuration({ estimate: 30, others: noCounts, own: countsOf(times) })
      return (range?.p90 ?? 0) / (range?.p50 ?? 1)
    }
    const steady = Array.from({ length: 12 }, () => 30)
    const scattered = [10, 14, 20, 25, 28, 30, 33, 40, 48, 60, 75, 90]
    expect(width(steady)).toBeLessThan(1.25)
    expect(width(scattered)).toBeGreaterThan(2)
  })
})

it('waiting takes at least as long as it has to, and as long for everyone', () => {
  const early = estimateWaiting({ estimate: 60, others: countsOf([60, 61]), own: countsOf([30]) })
  expect(early?.p50).toBe(60)
  const [one, other] = [countsOf([90, 95, 100]), countsOf([62])]
  const range = estimateWaiting({ estimate: 60, others: one, own: other })
  expect(range).toEqual(estimateWaiting({ estimate: 60, others: other, own: one }))
  expect(range?.p50).toBeGreaterThan(60)
})
