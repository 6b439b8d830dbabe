import type { Language } from '../../text/language.ts'
import type { Vocabulary } from './intent.ts'
import { type PreparedVocabulary, type ReadyLanguage, readyLanguage, withNames } from './ready.ts'
import type { Wording } from './wording.ts'
import { english } from './wordings/english.ts'
import { french } from './wordings/french.ts'
import { german } from './wordings/german.ts'
import { spanish } from './wordings/spanish.ts'

const wordings: Readonly<Record<Language, Wording>> = { en: english, de: german, fr: french, es: spanish }

const ready = new Map<Language, ReadyLanguage>()

/** A language, compiled when it is first spoken. */
export function languageOf(code: Language): ReadyLanguage {
  const known = ready.get(code)
  if (known !== undefined) return known
  const made = readyLanguage(wordings[code])
  ready.set(code, made)
  return made
}

/**
 * Makes a vocabulary ready for `understand`; keep the result as long as nothing is renamed. `code` is one of the languages that
 * are spoken (`spokenLanguage`); for any other, English is read.
 */
export const prepareVocabulary = (vocabulary: Vocabulary, code: Language): PreparedVocabulary =>
  withNames(vocabulary, languageOf(Object.hasOwn(wordings, code) ? code : 'en'))
