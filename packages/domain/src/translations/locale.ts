const wellFormed = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i

/** Whether the text is a language code such as `en` or `de-CH`. */
export const isLocale = (text: string): boolean => wellFormed.test(text)

const subtag = (part: string): string => {
  if (part.length === 2) return part.toUpperCase()
  return part.length === 4 && /^[a-z]/i.test(part)
    ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()
    : part.toLowerCase()
}

/** `de-ch` as `de-CH`, `zh-hans` as `zh-Hans`: the one way in which a language is written here. */
export function normalLocale(tag: string): string {
  const [language = '', ...rest] = tag.split('-')
  return [language.toLowerCase(), ...rest.map(subtag)].join('-')
}

/** `de-CH-1996`, `de-CH`, `de`: the language, then ever more general ones. */
export function broader(locale: string): readonly string[] {
  const parts = locale.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

/** The languages that somebody reads, the best first, each followed by its more general ones. */
export const withBroader = (languages: readonly string[]): readonly string[] => [...new Set(languages.flatMap(broader))]

/** Where the languages of something stand among those that somebody reads. */
interface Offer {
  readonly default_locale: string
  /** Those it was translated into. */
  readonly locales: readonly string[]
}

/**
 * The translations to read a thing in, the most special first: `["de-CH", "de"]`. Empty: its own texts. Each language that
 * somebody reads is tried in turn, with its more general ones before the next; a text in the language of the thing itself is
 * preferred to a translation that is liked less.
 */
export function chosenLocales(languages: readonly string[], { default_locale, locales }: Offer): readonly string[] {
  const [ownLanguage = default_locale] = default_locale.split('-')
  for (const language of withBroader(languages)) {
    if (language === default_locale) return []
    if (locales.includes(language)) {
      const chain = broader(language)
      const end = chain.indexOf(default_locale)
      return chain.slice(0, end < 0 ? undefined : end).filter(one => locales.includes(one))
    }
    if (language === ownLanguage) return []
  }
  return []
}
