import { withBroader } from '@hidesync/domain/translations/locale'
import type { EnumRow, EnumText } from './enum.reader.ts'

/** The language of the texts in the values' own rows. */
export const ownLocale = 'en'

/** The text in the best of the languages, and which that is. */
export function enumText(row: EnumRow, languages: readonly string[]): EnumText & { readonly locale: string } {
  for (const locale of withBroader(languages)) {
    if (locale === ownLocale) break
    const text = Object.hasOwn(row.texts, locale) ? row.texts[locale] : undefined
    if (text !== undefined) return { ...text, locale }
  }
  return { display_text: row.display_text, description: row.description, locale: ownLocale }
}
