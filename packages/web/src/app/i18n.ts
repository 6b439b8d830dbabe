import type en from '../locales/en.json'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

/** Add a language: its catalogue beside `en.json`, and one line here. */
export const catalogues = {
  en: async () => (await import('../locales/en.json')).default,
} satisfies Record<string, () => Promise<Messages>>

export type Messages = typeof en
export type Locale = keyof typeof catalogues

/** The first language of the browser that we have. */
export function chooseLocale(wanted: readonly string[]): Locale {
  const known = Object.keys(catalogues) as Locale[]
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0]
    const found = known.find(locale => locale === base)
    if (found) return found
  }
  return 'en'
}
