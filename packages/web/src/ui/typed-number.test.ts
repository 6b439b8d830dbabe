import { expect, test } from 'vitest'
import { foreignDecimal } from './typed-number.ts'

test.each([
  ['0,7', 'en', 0.7],
  ['-12,75', 'en', -12.75],
  ['0,750', 'en', 0.75],
  ['1,500', 'en', null],
  ['1,500.5', 'en', null],
  ['0.7', 'en', null],
  ['7', 'en', null],
  ['0.7', 'de', 0.7],
  ['1.5', 'es', 1.5],
  ['1.500', 'de', null],
  ['0,7', 'de', null],
  ['0,7', 'fr', null],
])('%s in %s: %s', (text, locale, value) => expect(foreignDecimal(text, locale)).toBe(value))
