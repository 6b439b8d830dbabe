import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutTo, displayWidth, padTo } from './display-width.ts'
import { wrap, wrapProse } from './wrap.ts'

describe('displayWidth', () => {
  it.each([
    ['wallet', 6],
    ['皮革', 4],
    ['Größe', 5],
    ['e\u0301', 1],
    ['👩🏽‍🔧', 2],
    ['⚠️', 2],
    ['█░', 2],
    ['한글', 4],
    ['\u001b[1mbold\u001b[22m', 4],
    ['', 0],
  ])('of %s is %i', (text, width) => expect(displayWidth(text)).toBe(width))
})

describe('cutTo', () => {
  it('leaves alone what fits', () => expect(cutTo('wallet', 6)).toBe('wallet'))
  it('cuts by columns, not by characters', () => expect(cutTo('皮革の財布', 5)).toBe('皮革…'))
})

describe('padTo', () => {
  it('fills up by columns', () => expect(padTo('皮', 4)).toBe('皮  '))
})

describe('wrap', () => {
  it('breaks between words and indents what follows the first line', () =>
    expect(wrap('cut two main pieces and two slots', 20, '  • ')).toEqual([
      '  • cut two main',
      '    pieces and two',
      '    slots',
    ]))

  it('keeps the line breaks of the text', () => expect(wrap('one\n\ntwo', 20)).toEqual(['one', '', 'two']))

  it('breaks a word that is longer than the line', () =>
    expect(wrap('https://example.org/a-very-long-address', 20)).toEqual([
      'https://example.org/',
      'a-very-long-address',
    ]))

  it('keeps a number with what it counts, unless that would tear a narrow column', () => {
    expect(wrap('Let it rest for about half a day, or for 12 hours', 43)).toEqual([
      'Let it rest for about half a day, or for',
      '12 hours',
    ])
    expect(wrap('use 12 millilitres', 20)).toEqual(['use 12 millilitres'])
    expect(wrap('now use 12 millilitres', 20)).toEqual(['now use 12', 'millilitres'])
  })

  it('never makes a line wider than asked for, and loses no word', () => {
    const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 })).map(words => words.join(' '))
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 100 }), (given, width) => {
        const lines = wrap(given, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        const squeeze = (each: string): string => each.replace(/[ \t\n\u00a0]+/g, '')
        expect(squeeze(lines.join(''))).toBe(squeeze(given))
      }),
    )
  })
})

describe('wrapProse', () => {
  it('keeps list items under their own beginning', () =>
    expect(wrapProse('Cut:\n1. two main pieces of leather\n- and slots', 20)).toEqual([
      'Cut:',
      '1. two main pieces',
      '   of leather',
      '- and slots',
    ]))
})
