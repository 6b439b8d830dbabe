import { isLocale } from '@hidesync/domain/translations/locale'
import { loadLanguage, spokenOf, type Language } from './i18n.ts'
import { preferences } from './preferences.ts'
import { pseudoLocales } from './pseudo-locales.ts'
import { createStore, type Store } from './store.ts'
import { fetchTexts, type TextPart } from './texts.ts'

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

/** The language of the interface, as it is now. It follows the preferences, without a reload. */
export async function followLanguage(): Promise<Store<Language>> {
  const store = createStore(await loadLanguage(wantedLanguages()))
  let last = preferences.all().language.interface
  preferences.subscribe(() => {
    const chosen = preferences.all().language.interface
    if (chosen === last) return
    last = chosen
    const loading = loadLanguage(wantedLanguages())
    // A catalogue that cannot be fetched leaves the language as it is; one that comes late does not win over a later choice.
    void loading.then(language => (last === chosen ? store.set(language) : undefined)).catch(() => undefined)
  })
  return store
}

/** Fetches a part of the texts in the language of the interface, before it is shown. */
export const prepareTexts = (part: TextPart): Promise<unknown> =>
  fetchTexts(part, spokenOf(wantedLanguages()).catalogue)

/** What a language is called by those who speak it: `Deutsch`. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
