import { broader, isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import { pseudoLocales } from './pseudo-locales.ts'
import { catalogues, fetchTexts, usedParts, type AppTexts } from './texts.ts'

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

/** The first of the languages that we have a catalogue of, and the tag with its region that formats follow. */
export function chooseLocale(wanted: readonly string[], offered: readonly string[] = interfaceLanguages): Choice {
  for (const text of wanted) {
    const tag = text.split(/[_@.]/)[0] ?? ''
    const known = isLocale(tag) ? broader(normalLocale(tag)).find(one => offered.includes(one)) : undefined
    if (known !== undefined) return { catalogue: known, tag: isTag(text) ? text : known }
  }
  return { catalogue: 'en', tag: 'en' }
}

/** As chooseLocale(), where a made-up language may be wanted, too. */
export function spokenOf(wanted: readonly string[]): Choice {
  const pseudo = pseudoLocales.find(one => one === wanted[0])
  return pseudo === undefined ? chooseLocale(wanted) : { catalogue: pseudo, tag: pseudo }
}

/** The first of the wanted languages that there is, with its texts; English, where there is none. */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const { catalogue, tag } = spokenOf(wanted)
  // A room that is open changes its language with the page around it.
  const [messages] = await Promise.all([
    fetchTexts('app', catalogue),
    ...usedParts().map(part => fetchTexts(part, catalogue)),
  ])
  return { locale: tag, messages }
}
