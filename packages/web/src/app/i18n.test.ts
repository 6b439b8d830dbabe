import { expect, test } from 'vitest'
import { chooseLocale } from './i18n.ts'

test('chooseLocale() takes the first language that there is a catalogue of, and keeps its region for formats', () => {
  expect(chooseLocale(['xx-XX', 'en-GB', 'en'])).toEqual({ catalogue: 'en', tag: 'en-GB' })
})

test('chooseLocale() falls back to English', () => {
  expect(chooseLocale(['xx'])).toEqual({ catalogue: 'en', tag: 'en' })
  expect(chooseLocale([])).toEqual({ catalogue: 'en', tag: 'en' })
})
