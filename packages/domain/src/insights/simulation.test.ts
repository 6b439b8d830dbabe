import { describe, expect, it } from 'vitest'
import { simulate, type World } from '../testing/makers.ts'

/** Estimates are off by a factor of 1.65 in a third of all steps; a maker's times and the makers vary more than is taken for granted. */
const usual: World = { author: 0.5, between: 0.2, within: 0.3, forgotten: 0.03 }
const careless: World = { author: 0.8, between: 0.4, within: 0.5, forgotten: 0.05 }
const careful: World = { author: 0.25, between: 0.15, within: 0.25, forgotten: 0.02 }
const worlds = [
  ['usual', usual],
  ['careless', careless],
  ['careful', careful],
] as const
const numbers = [0, 1, 2, 5, 10, 30]
/** Of the mean over 1,500 makers, in logarithms: about a percent. */
const noise = 0.015

describe.each(worlds)('many makers in a %s world', (_, world) => {
  it.each(['own', 'others'] as const)(
    'more records (%s) never make the estimate worse than the author’s, nor than fewer',
    whose => {
      const seen = numbers.map(records => simulate(world, records, whose))
      expect(seen[0]?.learned).toBe(seen[0]?.author)
      // Other makers at each number: compared by what is left of the author's error.
      const left = (index: number) => (seen[index]?.learned ?? 1) / (seen[index]?.author ?? 1)
      for (const [index, { learned, author }] of seen.entries()) {
        expect(learned).toBeLessThanOrEqual(author + noise)
        expect(left(index)).toBeLessThanOrEqual(left(Math.max(0, index - 1)) + noise)
      }
      expect(left(2)).toBeLessThan(whose === 'own' ? 0.65 : 0.9)
      expect(left(5)).toBeLessThan(whose === 'own' ? 0.25 : 0.6)
    },
  )

  it.each(['own', 'others'] as const)('nine in ten next times lie within p90 once there are 30 records (%s)', whose => {
    const { covered } = simulate(world, 30, whose)
    expect(covered).toBeGreaterThan(0.85)
    expect(covered).toBeLessThan(0.95)
  })
})

it('own records of a step that the author knows exactly do not make it worse either', () => {
  const exact = { ...usual, author: 0 }
  for (const records of numbers) {
    const { learned, author } = simulate(exact, records, 'own')
    expect(learned).toBeLessThanOrEqual(author + noise)
  }
})
