import { createTranslator } from 'use-intl'
import { afterEach, expect, test, vi } from 'vitest'
import { shownLanguage, suits } from './content-language.ts'
import { loadLanguage } from './i18n.ts'
import { acceptLanguage, contentLanguages, followLanguage, wantedLanguages } from './language.ts'
import { preferences } from './preferences.ts'

afterEach(() => {
  preferences.change('language', { interface: null, content: null })
  vi.restoreAllMocks()
})

test('what was chosen goes before what the browser says, and content may be liked in another language', () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'en-US@posix', 'en'])
  expect(wantedLanguages()[0]).toBe('en-GB')
  preferences.change('language', { interface: 'fr', content: 'de-AT' })
  expect(wantedLanguages()[0]).toBe('fr')
  expect(contentLanguages()).toEqual(['de-AT', 'fr', 'en-GB', 'en'])
  expect(acceptLanguage(contentLanguages())).toBe('de-AT, fr;q=0.9, en-GB;q=0.8, en;q=0.7')
})

test('the language follows the preferences without a reload', async () => {
  const language = await followLanguage()
  expect(language.get().messages.nav.runs).toBe('Runs')
  preferences.change('language', { interface: 'en-XA' })
  await expect.poll(() => language.get().locale).toBe('en-XA')
  expect(language.get().messages.nav.runs).toBe('Rüñš~~')
  preferences.change('language', { interface: null })
  await expect.poll(() => language.get().messages.nav.runs).toBe('Runs')
})

test('a language without a catalogue falls back to English', async () => {
  expect(await loadLanguage(['tlh'])).toMatchObject({ locale: 'en', messages: { nav: { runs: 'Runs' } } })
})

test('content is shown in the language that the server picks: the wanted one, the broader one, or its own', () => {
  const offer = { default_locale: 'en', locales: ['de', 'fr-CA'] }
  expect(shownLanguage(['de-AT', 'en'], offer)).toBe('de')
  expect(shownLanguage(['es', 'en-GB'], offer)).toBe('en')
  expect(shownLanguage(['es'], offer)).toBe('en')
  expect([suits('de-AT', 'de'), suits('es', 'en')]).toEqual([true, false])
})

test.each([
  ['en', ['0 steps', '1 step', '2 steps', '3 steps', '11 steps', '100 steps']],
  ['de', ['0 Schritte', '1 Schritt', '2 Schritte', '3 Schritte', '11 Schritte', '100 Schritte']],
  ['ar', ['zero 0', 'one 1', 'two 2', 'few 3', 'many 11', 'other 100']],
])('H04: %s counts 0, 1, 2, 3, 11 and 100 by its own plural forms', (locale, expected) => {
  const texts: Readonly<Record<string, string>> = {
    en: '{count, plural, one {# step} other {# steps}}',
    de: '{count, plural, one {# Schritt} other {# Schritte}}',
    ar: '{count, plural, zero {zero #} one {one #} two {two #} few {few #} many {many #} other {other #}}',
  }
  const messages = { steps: texts[locale] ?? '' }
  const t = createTranslator({ locale: `${locale}-u-nu-latn`, messages })
  expect([0, 1, 2, 3, 11, 100].map(count => t('steps', { count }))).toEqual(expected)
})
