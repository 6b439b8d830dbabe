import { isLocale } from '@hidesync/domain/translations/locale'
import { chooseLocale, fetchAnyTexts, loadAnyLanguage, loadLanguage, type Language } from './i18n.ts'
import { preferences } from './preferences.ts'
import { pseudoLocales } from './pseudo-locales.ts'
import { createStore, type Store } from './store.ts'
import type { TextPart } from './texts.ts'

/** For those who look at the app in a made-up language, where it is not the one that people work with. */
const ofAddress = (): readonly string[] => {
  const asked = import.meta.env.PROD ? null : new URLSearchParams(window.location.search).get('locale')
  return pseudoLocales.filter(one => one === asked)
}

/** The languages that the interface is liked in, the best first: what was chosen, then what the browser says. */
export const wantedLanguages = (): readonly string[] => {
  const chosen = preferences.all().language.interface
  return [...ofAddress(), ...(chosen === null ? [] : [chosen]), ...navigator.languages]
}

/**
 * The languages that workflows and their steps are liked in, the best first. Apart from those of the interface: one may cook by
 * a German recipe with English buttons.
 */
export function contentLanguages(): readonly string[] {
  const chosen = preferences.all().language.content
  return [...new Set([...(chosen === null ? [] : [chosen]), ...wantedLanguages()])].filter(isLocale)
}

/** `de, en-GB;q=0.9, en;q=0.8`; at most ten, which is as far as one decimal goes. */
export const acceptLanguage = (languages: readonly string[]): string =>
  languages
    .slice(0, 10)
    .map((tag, index) => (index === 0 ? tag : `${tag};q=${(1 - index / 10).toFixed(1)}`))
    .join(', ')

const missing = createStore<string | null>(null)

/** A language that is wanted and whose texts did not come, so that the page is in another one. */
export const missingLanguage: Pick<Store<string | null>, 'get' | 'subscribe'> = missing

/** The language of the interface, as it is now. It follows the preferences, without a reload. */
export async function followLanguage(): Promise<Store<Language>> {
  const wanted = wantedLanguages()
  const store = createStore(await loadAnyLanguage(wanted))
  const { catalogue } = chooseLocale(wanted)
  missing.set(chooseLocale([store.get().locale]).catalogue === catalogue ? null : catalogue)
  let last = preferences.all().language.interface
  preferences.subscribe(() => {
    const chosen = preferences.all().language.interface
    if (chosen === last) return
    last = chosen
    const next = wantedLanguages()
    const show = async () => {
      const language = await loadLanguage(next).catch(() => null)
      // One that comes late does not win over a later choice.
      if (last !== chosen) return
      if (language !== null) store.set(language)
      missing.set(language === null ? chooseLocale(next).catalogue : null)
    }
    void show()
  })
  return store
}

/** Fetches a part of the texts in the language of the interface, before it is shown. */
export const prepareTexts = (part: TextPart): Promise<unknown> => fetchAnyTexts(part, wantedLanguages())

/** What a language is called by those who speak it: `Deutsch`. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
