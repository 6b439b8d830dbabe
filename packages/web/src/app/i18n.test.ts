import { expect, test } from 'vitest'
import { chooseLocale } from './i18n.ts'

test('chooseLocale() takes the first language that there is a catalogue of, and keeps its region for formats', () => {
  expect(chooseLocale(['xx-XX', 'en-GB', 'en'])).toEqual({ catalogue: 'en', tag: 'en-GB' })
})

test('chooseLocale() falls back to English', () => {
  expect(chooseLocale(['xx'])).toEqual({ catalogue: 'en', tag: 'en' })
  expect(chooseLocale([])).toEqual({ catalogue: 'en', tag: 'en' })
})

test('chooseLocale() leaves out a region that Intl does not take, as browsers name it in a POSIX session', () => {
  expect(chooseLocale(['en-US@posix'])).toEqual({ catalogue: 'en', tag: 'en' })
  expect(chooseLocale(['en_GB.UTF-8'])).toEqual({ catalogue: 'en', tag: 'en' })
})

test('chooseLocale() takes a made-up language as it is', () => {
  expect(chooseLocale(['en-XA', 'de'])).toEqual({ catalogue: 'en-XA', tag: 'en-XA' })
})
