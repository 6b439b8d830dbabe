/** The languages in which the system itself speaks and listens; workflows may be written in any. */
export const languages = ['en', 'de', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

const spoken = (locale: string): Language | undefined => {
  const [base] = locale.toLowerCase().split(/[-_]/)
  return languages.find(language => language === base)
}

/** Whether the system speaks the language of a locale such as `de-AT`. */
export const speaks = (locale: string): boolean => spoken(locale) !== undefined

/** The first of what somebody reads (locales such as `de-AT`, the best first) that the system speaks; English where it speaks none. */
export function spokenLanguage(locales: readonly string[]): Language {
  for (const locale of locales) {
    const language = spoken(locale)
    if (language !== undefined) return language
  }
  return 'en'
}
