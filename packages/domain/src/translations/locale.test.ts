import { describe, expect, it } from 'vitest'
import { chosenLocales, isLocale, normalLocale, withBroader } from './locale.ts'

describe('a language code', () => {
  it('is written in one way, whatever its letters were', () => {
    expect(['de-ch', 'EN', 'zh-hANS-tw', 'de-ch-1996'].map(normalLocale)).toEqual([
      'de-CH',
      'en',
      'zh-Hans-TW',
      'de-CH-1996',
    ])
  })

  it('is told from what is none', () => {
    expect(['de', 'gsw-CH'].every(isLocale)).toBe(true)
    expect(['', 'd', 'de_CH', 'de-', '__proto__', 'german-language-of-all'].some(isLocale)).toBe(false)
  })

  it('is followed by its more general ones, each once', () => {
    expect(withBroader(['de-CH', 'de-AT', 'fr'])).toEqual(['de-CH', 'de', 'de-AT', 'fr'])
  })
})

describe('choosing among translations', () => {
  const offer = { default_locale: 'en', locales: ['de', 'de-CH', 'fr'] }

  it('reads a region in its own words, and in those of the language where it has none', () => {
    expect(chosenLocales(['de-CH'], offer)).toEqual(['de-CH', 'de'])
    expect(chosenLocales(['de-AT'], offer)).toEqual(['de'])
  })

  it('takes the first language that there is', () => {
    expect(chosenLocales(['it', 'fr', 'de'], offer)).toEqual(['fr'])
    expect(chosenLocales(['it'], offer)).toEqual([])
  })

  it('prefers the texts themselves to a translation that is liked less', () => {
    expect(chosenLocales(['en', 'de'], offer)).toEqual([])
    expect(chosenLocales(['en-US', 'de'], offer)).toEqual([])
    expect(chosenLocales(['en', 'de'], { default_locale: 'en-GB', locales: ['de'] })).toEqual([])
  })

  it('ends the chain at the language of the texts', () => {
    expect(chosenLocales(['de-CH'], { default_locale: 'de', locales: ['de-CH', 'de'] })).toEqual(['de-CH'])
  })
})
