import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { whereJsonEnds } from './json-place.ts'

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON with one piece of it replaced, left out or doubled. */
const spoiled = fc
  .tuple(
    fc.json({ maxDepth: 3, stringUnit: 'binary' }),
    fc.nat(),
    fc.nat(4),
    fc.constantFrom('', ',', ']', '}', '"', '\\', '0', '.', 'e', 't', '\n', ':', '{'),
  )
  .map(([text, at, length, piece]) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + piece + text.slice(start + length)
  })

describe('whereJsonEnds', () => {
  it('finds a place in what the parser refuses, and none in what it takes', () => {
    fc.assert(
      fc.property(spoiled, text => {
        expect(whereJsonEnds(text) === null).toBe(parses(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('tells the first character that cannot be right: what is before could go on', () => {
    fc.assert(
      fc.property(spoiled, text => {
        const place = whereJsonEnds(text)
        if (place === null) return
        const lines = text.split('\n').slice(0, place.line)
        const before = [...lines.slice(0, -1), lines.at(-1)?.slice(0, place.column - 1)].join('\n')
        expect(whereJsonEnds(before)?.isShort ?? true).toBe(true)
        const withIt = whereJsonEnds(text.slice(0, before.length + 1))
        expect(place.isShort || withIt?.isShort === false).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['', { line: 1, column: 1, isShort: true }],
    ['nonsense', { line: 1, column: 2, isShort: false }],
    ['{"a": 1,\n "b": [1,, 2]}', { line: 2, column: 10, isShort: false }],
    ['[1] 2', { line: 1, column: 5, isShort: false }],
    ['{"a" 1}', { line: 1, column: 6, isShort: false }],
    ['{"a": 1,}', { line: 1, column: 9, isShort: false }],
    ['{a: 1}', { line: 1, column: 2, isShort: false }],
    ["['a']", { line: 1, column: 2, isShort: false }],
    ['["a\nb"]', { line: 1, column: 4, isShort: false }],
    ['["\\x"]', { line: 1, column: 4, isShort: false }],
    ['["\\u12', { line: 1, column: 7, isShort: true }],
    ['[01]', { line: 1, column: 3, isShort: false }],
    ['[1.', { line: 1, column: 4, isShort: true }],
    ['[1.]', { line: 1, column: 4, isShort: false }],
    ['[1}', { line: 1, column: 3, isShort: false }],
  ])('in %j', (text, place) => {
    expect(whereJsonEnds(text)).toEqual(place)
  })

  it('follows a million brackets', () => {
    expect(whereJsonEnds('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001, isShort: true })
  })
})
