import { expect, test } from 'vitest'
import { fractionText } from './fraction-text.ts'

test.each([
  [3, '3'],
  [0.5, '1/2'],
  [0.8125, '13/16'],
  [1.5, '\u20661 1/2\u2069'],
  [11.875, '\u206611 7/8\u2069'],
])('%d inches stand on a rule as %s', (quantity, text) => {
  expect(fractionText(quantity, String)).toBe(text)
})
