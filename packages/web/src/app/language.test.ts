import { createTranslator } from 'use-intl'
import { afterEach, expect, test, vi } from 'vitest'
import { shownLanguage, suits } from './content-language.ts'
import { loadLanguage } from './i18n.ts'
import { acceptLanguage, contentLanguages, followLanguage, prepareTexts, wantedLanguages } from './language.ts'
import { preferences } from './preferences.ts'
import { textsAtHand } from './texts.ts'
import { catalogueOf } from '../testing/catalogue.ts'
import { icuArguments } from '../testing/icu-arguments.ts'
import { pluralsOf } from '../testing/icu-plurals.ts'
import { textsOf } from '../testing/texts-of.ts'

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

test('a part that a room has asked for comes with the next language, too', async () => {
  await prepareTexts('settings')
  const language = await followLanguage()
  expect(textsAtHand('settings', 'fr')).toBeUndefined()
  preferences.change('language', { interface: 'fr' })
  await expect.poll(() => language.get().locale).toBe('fr')
  expect(textsAtHand('settings', 'fr')?.settings.title).toBe(catalogueOf('fr').settings.title)
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

const counts = [0, 1, 2, 3, 11, 100]

test.each([
  ['en', 'runs.count', ['No runs', '1 run', '2 runs', '3 runs', '11 runs', '100 runs']],
  ['en', 'gallery.steps', ['0 steps', '1 step', '2 steps', '3 steps', '11 steps', '100 steps']],
  [
    'de',
    'gallery.count',
    ['Keine Vorlagen', 'Eine Vorlage', '2 Vorlagen', '3 Vorlagen', '11 Vorlagen', '100 Vorlagen'],
  ],
  ['de', 'gallery.steps', ['0 Schritte', '1 Schritt', '2 Schritte', '3 Schritte', '11 Schritte', '100 Schritte']],
  ['ar', 'gallery.steps', ['لا خطوات', 'خطوة واحدة', 'خطوتان', '3 خطوات', '11 خطوة', '100 خطوة']],
  ['ar', 'duration.days', ['لا أيام', 'يوم واحد', 'يومان', '3 أيام', '11 يومًا', '100 يوم']],
] as const)('H04: %s counts 0, 1, 2, 3, 11 and 100 by its own forms in %s', async (language, key, expected) => {
  const t = createTranslator(await loadLanguage([language]))
  expect(counts.map(count => t(key, { count }))).toEqual(expected)
})

test.each(['en', 'de', 'ar'])('H04: every text of %s that counts takes the form of its number', language => {
  const counting = [...textsOf(catalogueOf(language))].filter(([, text]) => pluralsOf(text).length > 0)
  expect(counting.length).toBeGreaterThan(50)
  for (const [key, text] of counting) {
    const others = Object.fromEntries(icuArguments(text).names.map(name => [name.split(' ')[0] ?? '', 7]))
    const t = createTranslator({ locale: language, messages: { text } })
    for (const { argument, formFor } of pluralsOf(text))
      for (const count of counts) {
        const said = t('text', { ...others, [argument]: count })
        const form = formFor(count, language)
        const number = form?.showsNumber === true ? [new Intl.NumberFormat(language).format(count)] : []
        for (const words of [...(form?.words ?? ['no form']), ...number]) expect(said, key).toContain(words)
      }
  }
})
