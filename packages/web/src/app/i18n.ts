import { broader, isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import { pseudoLocales } from './pseudo-locales.ts'
import { catalogues, fetchTexts, usedParts, type AppTexts, type TextPart } from './texts.ts'

/** A language of the interface: its tag with the region that formats follow, and the texts of every page. */
export interface Language {
  readonly locale: string
  readonly messages: AppTexts
}

/** The languages that there are texts in. */
export const interfaceLanguages: readonly string[] = catalogues

/** Whether dates and numbers can be written by it: browsers also name languages such as `en-US@posix`, at which `Intl` throws. */
const isTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

interface Choice {
  readonly catalogue: string
  readonly tag: string
}

/** Of the languages, those that we have a catalogue of, each with its region, which formats follow; then those that nobody asked for. */
function choicesOf(wanted: readonly string[], offered: readonly string[] = interfaceLanguages): readonly Choice[] {
  const liked = wanted.flatMap((text): Choice[] => {
    const pseudo = pseudoLocales.find(one => one === text)
    if (pseudo !== undefined) return [{ catalogue: pseudo, tag: pseudo }]
    const tag = text.split(/[_@.]/)[0] ?? ''
    const known = isLocale(tag) ? broader(normalLocale(tag)).find(one => offered.includes(one)) : undefined
    return known === undefined ? [] : [{ catalogue: known, tag: isTag(text) ? text : known }]
  })
  return [...liked, ...['en', ...offered].map(tag => ({ catalogue: tag, tag }))]
}

/** The first of the languages that we have a catalogue of; English, where there is none. */
export function chooseLocale(wanted: readonly string[], offered?: readonly string[]): Choice {
  return choicesOf(wanted, offered)[0] ?? { catalogue: 'en', tag: 'en' }
}

/** The first of the wanted languages that there is, with its texts; English, where there is none. */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  return await load(chooseLocale(wanted))
}

/**
 * As loadLanguage(), but for a language whose texts do not come: then the next one that is at hand. Without a connection these are the
 * ones that this device has used. Rejects where there is none.
 */
export async function loadAnyLanguage(wanted: readonly string[]): Promise<Language> {
  return await firstThatComes(wanted, load)
}

/** A part of the texts, in the first of the languages in which it comes. */
export const fetchAnyTexts = (part: TextPart, wanted: readonly string[]): Promise<unknown> =>
  firstThatComes(wanted, ({ catalogue }) => fetchTexts(part, catalogue))

async function load({ catalogue, tag }: Choice): Promise<Language> {
  // A room that is open changes its language with the page around it.
  const [messages] = await Promise.all([
    fetchTexts('app', catalogue),
    ...usedParts().map(part => fetchTexts(part, catalogue)),
  ])
  return { locale: tag, messages }
}

async function firstThatComes<T>(wanted: readonly string[], come: (choice: Choice) => Promise<T>): Promise<T> {
  const failures: unknown[] = []
  for (const choice of choicesOf(wanted))
    try {
      return await come(choice)
    } catch (error) {
      failures.push(error)
    }
  throw failures[0]
}
