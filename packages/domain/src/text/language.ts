/** The languages in which the system itself speaks and listens; workflows may be written in any. */
export const languages = ['en', 'de', 'fr', 'es'] as const
export type Language = (typeof languages)[number]

/** The first of what somebody reads (locales such as `de-AT`, the best first) that the system speaks; English where it speaks none. */
export function spokenLanguage(locales: readonly string[]): Language {
  for (const locale of locales) {
    const [base] = locale.toLowerCase().split('-')
    const spoken = languages.find(language => language === base)
    if (spoken !== undefined) return spoken
  }
  return 'en'
}
