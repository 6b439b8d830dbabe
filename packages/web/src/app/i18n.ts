import { broader, isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import type en from '../locales/en.json'

declare module 'use-intl' {
  interface AppConfig {
    /** With its region, as `en-GB`: dates and numbers follow it. */
    Locale: string
    Messages: Messages
  }
}

export type Messages = typeof en

/** A language of the interface: its tag with the region that formats follow, and the texts. */
export interface Language {
  readonly locale: string
  readonly messages: Messages
}

/** To add a language is to lay its catalogue beside `en.json`; `locales.test.ts` says what it lacks. */
const files = import.meta.glob<Messages>('../locales/*.json', { import: 'default' })

const catalogues: ReadonlyMap<string, () => Promise<Messages>> = new Map(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.json$/g, ''), load]),
)

/** The languages that there are texts in. */
export const interfaceLanguages: readonly string[] = [...catalogues.keys()]

/** Made-up languages to look at the app in: long words with accents, and writing from right to left. */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const

/** Whether dates and numbers can be written by it: browsers also name languages such as `en-US@posix`, at which `Intl` throws. */
const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The first of the languages that we have a catalogue of, and the tag with its region that formats follow. */
export function chooseLocale(
  wanted: readonly string[],
  offered: readonly string[] = interfaceLanguages,
): { readonly catalogue: string; readonly tag: string } {
  for (const text of wanted) {
    const tag = text.split(/[_@.]/)[0] ?? ''
    const known = isLocale(tag) ? broader(normalLocale(tag)).find(one => offered.includes(one)) : undefined
    if (known !== undefined) return { catalogue: known, tag: isTag(text) ? text : known }
  }
  return { catalogue: 'en', tag: 'en' }
}

const load = async (catalogue: string): Promise<Messages> => {
  const texts = catalogues.get(catalogue)
  if (texts === undefined) throw new Error(`There is no catalogue of the language “${catalogue}”.`)
  return await texts()
}

/** The first of the wanted languages that there is, with its texts; English, where there is none. */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const pseudo = pseudoLocales.find(one => one === wanted[0])
  if (pseudo !== undefined) {
    const [{ pseudoMessages }, english] = await Promise.all([import('./pseudo-locale.ts'), load('en')])
    return { locale: pseudo, messages: pseudoMessages(english, pseudo) }
  }
  const { catalogue, tag } = chooseLocale(wanted)
  return { locale: tag, messages: await load(catalogue) }
}
