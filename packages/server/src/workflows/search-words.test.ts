import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, meantBy, slipsBetween, wordsOf } from './search-words.ts'

describe('wordsOf', () => {
  it('takes letters and digits of any script for words, and signs for what stands between them', () => {
    expect(wordsOf('  L’étui à-lunettes, 100% «кожа» 革 ')).toEqual(['L', 'étui', 'à', 'lunettes', '100', 'кожа', '革'])
    expect(wordsOf("'; drop table workflows; --")).toEqual(['drop', 'table', 'workflows'])
    expect(wordsOf(' % _ ')).toEqual([])
  })

  it('keeps no more than eight words, of forty letters each', () => {
    expect(wordsOf('1 2 3 4 5 6 7 8 9 10')).toHaveLength(8)
    expect(wordsOf('x'.repeat(200))).toEqual(['x'.repeat(40)])
  })
})

describe('slipsBetween', () => {
  it.each([
    ['wallat', 1, 'a wrong letter'],
    ['walllet', 1, 'one too many'],
    ['walet', 1, 'one too few'],
    ['wlalet', 1, 'two that changed places'],
    ['wlaletx', 2, 'two slips'],
    ['wallet', 0, 'none'],
    ['', 6, 'nothing in common'],
  ])('counts between “%s” and “wallet” %i: %s', (word, slips) => {
    expect(slipsBetween(word, 'wallet')).toBe(slips)
  })

  it('is the same both ways, and no more than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const slips = slipsBetween(a, b)
        expect(slipsBetween(b, a)).toBe(slips)
        expect(slips).toBeLessThanOrEqual(Math.max(Array.from(a).length, Array.from(b).length))
        expect(slips === 0).toBe(a === b)
      }),
    )
  })
})

describe('meantBy', () => {
  it('names what a word may have been meant to be, the nearest first', () => {
    expect(meantBy('Lunetets', ['lunettes', 'lunettier', 'luettes', 'wallet'])).toEqual(['lunettes', 'luettes'])
  })

  it('knows what an accent left out means, and allows no slip in a short word', () => {
    expect(meantBy('etiu', ['etui'])).toEqual(['etui'])
    expect(meantBy('awk', ['awl'])).toEqual([])
    expect(folded('ÉTUI')).toBe('etui')
  })
})
