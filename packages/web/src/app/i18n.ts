import type en from '../locales/en.json'

declare module 'use-intl' {
  interface AppConfig {
    /** With its region, as `en-GB`: dates and numbers follow it. */
    Locale: string
    Messages: Messages
  }
}

/** Add a language: its catalogue beside `en.json`, and one line here. */
export const catalogues = {
  en: async () => (await import('../locales/en.json')).default,
} satisfies Record<string, () => Promise<Messages>>

export type Messages = typeof en
export type Locale = keyof typeof catalogues

/** Whether dates and numbers can be written by it: browsers also name languages such as `en-US@posix`, at which `Intl` throws. */
const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The first language of the browser that we have a catalogue of, and the tag with its region that formats follow. */
export function chooseLocale(wanted: readonly string[]): { readonly catalogue: Locale; readonly tag: string } {
  const known = Object.keys(catalogues) as Locale[]
  for (const tag of wanted) {
    const base = tag.toLowerCase().split(/[-_@.]/)[0]
    const catalogue = known.find(locale => locale === base)
    if (catalogue) return { catalogue, tag: isTag(tag) ? tag : catalogue }
  }
  return { catalogue: 'en', tag: 'en' }
}
