import { expect, test } from 'vitest'
import { latinDigits } from './latin-digits.ts'

test.each([
  ['0123456789', '0123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['𝟘𝟙𝟗', '019'],
  ['٤٢ و ½ m²', '42 و ½ m²'],
  ['', ''],
])('%s: %s', (text, expected) => expect(latinDigits(text)).toBe(expected))
