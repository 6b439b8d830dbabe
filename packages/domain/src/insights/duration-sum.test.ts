import { expect, it } from 'vitest'
import { random } from '../testing/makers.ts'
import { DurationSum } from './duration-sum.ts'
import { estimateDuration, ninetieth } from './estimate-duration.ts'

it('estimates add up as they are, their uncertainties as those of independent times', () => {
  const sum = new DurationSum()
  for (const minutes of [10, 10, 60]) sum.add({ p50: minutes, p90: minutes * 1.6 })
  expect(sum.range.p50).toBeCloseTo(80)
  expect(sum.range.p90).toBeCloseTo(80 + 0.6 * Math.hypot(10, 10, 60))
  expect(new DurationSum().range).toEqual({ p50: 0, p90: 0, mean: 0 })
})

it.each([
  [1, 0.3],
  [3, 0.5],
  [30, 0.4],
])('half of %i log-normal steps of deviation %d take up to p50 together, nine in ten up to p90', (steps, deviation) => {
  const sum = new DurationSum()
  for (let step = 0; step < steps; step += 1)
    sum.add({ p50: 20, p90: 20 * Math.exp(ninetieth * deviation), mean: 20 * Math.exp(deviation ** 2 / 2) })
  const next = random(7)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const runs = Array.from({ length: 4000 }, () => {
    let minutes = 0
    for (let step = 0; step < steps; step += 1) minutes += 20 * Math.exp(deviation * normal())
    return minutes
  })
  const share = (bound: number) => runs.filter(minutes => minutes <= bound).length / runs.length
  expect(share(sum.range.p50)).toBeGreaterThan(0.46)
  expect(share(sum.range.p50)).toBeLessThan(0.54)
  expect(share(sum.range.p90)).toBeGreaterThan(0.88)
  expect(share(sum.range.p90)).toBeLessThan(0.92)
})

it('one step alone keeps its range', () => {
  const range = estimateDuration({ estimate: 30, others: new Map([[90, 4]]), own: new Map([[88, 6]]) })
  const sum = new DurationSum()
  sum.add(range ?? { p50: 0, p90: 0 })
  expect(sum.range.p50 / (range?.p50 ?? 1)).toBeCloseTo(1, 1)
  expect(sum.range.p90 / (range?.p90 ?? 1)).toBeCloseTo(1, 1)
})
