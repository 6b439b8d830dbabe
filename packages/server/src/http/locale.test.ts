import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { acceptedLanguages } from './locale.ts'

it('acceptedLanguages() takes the ranges by their weight, the first of equals first', () => {
  expect(acceptedLanguages('fr;q=0.5, de-ch, en;q=0.9')).toEqual(['de-CH', 'en', 'fr'])
  expect(acceptedLanguages('es, fr')).toEqual(['es', 'fr'])
})

it('acceptedLanguages() passes over what is refused, broken or for anyone', () => {
  expect(acceptedLanguages('de;q=0, *;q=0.8, fr;q=0.1, it;q=none')).toEqual(['fr'])
  expect(acceptedLanguages('; drop table, e, 12')).toEqual([])
  expect(acceptedLanguages('')).toEqual([])
})

it('acceptedLanguages() answers with language codes or nothing, whatever the header says', () => {
  fc.assert(
    fc.property(fc.string(), header => {
      for (const language of acceptedLanguages(header)) expect(language).toMatch(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    }),
  )
})
