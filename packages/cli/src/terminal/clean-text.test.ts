import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanJson, cleanLine, cleanText, keepColours, printableJson } from './clean-text.ts'

const hostile: readonly (readonly [string, string, string])[] = [
  ['a colour', 'red \u001b[31mwallet\u001b[0m', 'red wallet'],
  ['clearing the screen', 'a\u001b[2J\u001b[Hb', 'ab'],
  ['a window title', 'a\u001b]0;owned\u0007b', 'ab'],
  ['a hyperlink', '\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\', 'click'],
  ['a sequence of the C1 range', 'a\u009b31mb', 'ab'],
  ['a device control string', 'a\u001bPq#0\u001b\\b', 'ab'],
  ['an unfinished sequence', 'name\u001b[', 'name'],
  ['a carriage return that would overwrite the line', 'safe\rrm -rf', 'safe\nrm -rf'],
  ['a backspace', 'ab\u0008\u0008cd', 'abcd'],
  ['marks that reorder text', 'invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a bell and a NUL', 'ding\u0007\u0000', 'ding'],
]

describe('cleanText', () => {
  it.each(hostile)('takes out %s', (_, given, expected) => expect(cleanText(given)).toBe(expected))

  it('keeps what people write: accents, emoji with joiners, line breaks and tabs', () => {
    const text = 'Größe\t5 × 3″\n👩🏽‍🔧 皮革'
    expect(cleanText(text)).toBe(text)
  })

  it('leaves nothing that a terminal obeys, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '\u001b',
      '[',
      ']',
      '0',
      ';',
      'm',
      '\u0007',
      '\u009b',
      '\u009d',
      '\\',
      'P',
      'a',
      '\r',
      '\u0090',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map(each => each.join('')),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          // oxlint-disable-next-line no-control-regex -- looking for control characters is the test
          expect(cleanText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
        },
      ),
    )
  })
})

describe('cleanLine', () => {
  it('gives one line', () => expect(cleanLine('  a\n\nb\t c ')).toBe('a b c'))
})

describe('keepColours', () => {
  it('lets colours through and nothing else', () =>
    expect(keepColours('\u001b[1mbold\u001b[22m \u001b[2Jgone')).toBe('\u001b[1mbold\u001b[22m gone'))
})

describe('cleanJson', () => {
  it('cleans every text of a value, keys included, and leaves the rest', () =>
    expect(cleanJson({ 'a\u001b[2J': [1, null, true, 'x\u0007'] })).toEqual({ a: [1, null, true, 'x'] }))
})

describe('printableJson', () => {
  it('is the same document, without a character that a terminal obeys', () => {
    const value = { name: 'a\u009b31m\u202e\u001b[0m' }
    const text = printableJson(value)
    expect(JSON.parse(text)).toEqual(value)
    // oxlint-disable-next-line no-control-regex -- as above
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })
})
