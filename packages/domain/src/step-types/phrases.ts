/** A sentence in each language that guidance is written in. */
export type Phrase = Readonly<Record<'en' | 'de' | 'fr' | 'es', string>>

/** The sentence in the language of the locale, else in English. */
export function say(locale: string, phrase: Phrase): string {
  const [language = 'en'] = locale.split('-')
  return language === 'de' || language === 'fr' || language === 'es' ? phrase[language] : phrase.en
}

/** “a, b and c” in the language of the locale. */
export function listed(locale: string, items: readonly string[], word: Phrase): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${say(locale, word)} ${items.at(-1) ?? ''}`
}

export const and: Phrase = { en: 'and', de: 'und', fr: 'et', es: 'y' }
export const or: Phrase = { en: 'or', de: 'oder', fr: 'ou', es: 'o' }
