import { describe, expect, it } from 'vitest'
import { slipsOf, wordsOf } from './workflow-search.ts'

/** What LIKE does with a pattern of `%`, `_` and backslashes. */
const like = (text: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern.replaceAll(/\\(.)|%|_|[.*+?^${}()|[\]]/g, (found, literal: string | undefined) =>
      literal !== undefined ? `\\${literal}` : found === '%' ? '.*' : found === '_' ? '.' : `\\${found}`,
    )}$`,
    's',
  ).test(text)
const finds = (text: string, word: string) => slipsOf(word).some(pattern => like(text, pattern))

describe('wordsOf', () => {
  it('folds case and accents and keeps no more than eight words', () => {
    expect(wordsOf('  ÉTUI à  Ähle ')).toEqual(['etui', 'a', 'ahle'])
    expect(wordsOf('1 2 3 4 5 6 7 8 9 10')).toHaveLength(8)
    expect(wordsOf(' ')).toEqual([])
  })
})

describe('slipsOf', () => {
  it.each([
    ['wallat', 'a wrong letter'],
    ['walllet', 'one too many'],
    ['walet', 'one too few'],
    ['wlalet', 'two that changed places'],
  ])('finds “wallet” by “%s”: %s', word => {
    expect(finds('leather wallet, simple', word)).toBe(true)
  })

  it('does not find another word', () => {
    expect(finds('leather wallet', 'basket')).toBe(false)
  })

  it('takes wildcards for letters', () => {
    expect(finds('abcd', '%%%%')).toBe(false)
    expect(slipsOf('100%').every(pattern => !/(?<!\\)%./.test(pattern.slice(1)))).toBe(true)
  })

  it('allows no slip in a short word', () => {
    expect(slipsOf('awl')).toEqual([])
  })
})
