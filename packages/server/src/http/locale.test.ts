import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { preferredLanguage } from './locale.ts'

it('preferredLanguage() takes the range with the highest weight, the first of equals', () => {
  expect(preferredLanguage('fr;q=0.5, de-ch, en;q=0.9')).toBe('de-CH')
  expect(preferredLanguage('es, fr')).toBe('es')
})

it('preferredLanguage() passes over what is refused, broken or for anyone', () => {
  expect(preferredLanguage('de;q=0, *;q=0.8, fr;q=0.1')).toBe('fr')
  expect(preferredLanguage('; drop table, e, 12')).toBeNull()
  expect(preferredLanguage('')).toBeNull()
})

it('preferredLanguage() answers with a language code or nothing, whatever the header says', () => {
  fc.assert(
    fc.property(fc.string(), header => {
      expect(preferredLanguage(header) ?? 'en').toMatch(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    }),
  )
})
