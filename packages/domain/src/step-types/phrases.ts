/** A sentence in each language that guidance is written in. */
export type Phrase = Readonly<Record<'en' | 'de' | 'fr' | 'es', string>>

/** The sentence in the language of the locale, else in English. */
export function say(locale: string, phrase: Phrase): string {
  const [language = 'en'] = locale.split('-')
  return language === 'de' || language === 'fr' || language === 'es' ? phrase[language] : phrase.en
}

/** “a, b and c” in the language of the locale, as it is said there: “cuero y cera”, but “cuero e hilo”. */
export function listed(locale: string, items: readonly string[], word: 'and' | 'or'): string {
  const language = say(locale, { en: 'en-GB', de: 'de', fr: 'fr', es: 'es' })
  return new Intl.ListFormat(language, { type: word === 'and' ? 'conjunction' : 'disjunction' }).format(items)
}
