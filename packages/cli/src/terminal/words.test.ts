import { describe, expect, it } from 'vitest'
import { sayClock, sayMinutes, sayNumber, titleOf } from './words.ts'

describe('sayMinutes', () => {
  it.each([
    [0, '0 s'],
    [0.5, '30 s'],
    [20, '20 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
    [1440, '1 day'],
    [1500, '1 day 1 h'],
    [2885, '2 days 5 min'],
  ])('%d minutes is %s', (minutes, text) => expect(sayMinutes(minutes)).toBe(text))
})

describe('sayClock', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [7000, '0:07'],
    [750_000, '12:30'],
    [3_900_000, '1:05:00'],
  ])('%d ms is %s', (milliseconds, text) => expect(sayClock(milliseconds)).toBe(text))
})

it('a code becomes a title', () => expect(titleOf('quality_check')).toBe('Quality Check'))
it('a quantity has no needless decimals', () => expect([1, 0.1 + 0.2, 2.5].map(sayNumber)).toEqual(['1', '0.3', '2.5']))
