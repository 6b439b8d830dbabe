import type { Language } from '../../text/language.ts'
import type { Vocabulary } from './intent.ts'
import { type CompiledLanguage, compileLanguage } from './language.ts'
import { indexMade, type MadeSteps } from './made.ts'
import { indexNames, type Names } from './names.ts'
import { type ParaphraseIndex, paraphrasesOf } from './paraphrase.ts'
import type { Wording } from './wording.ts'
import { english } from './wordings/english.ts'
import { french } from './wordings/french.ts'
import { german } from './wordings/german.ts'
import { spanish } from './wordings/spanish.ts'

const wordings: Readonly<Record<Language, Wording>> = { en: english, de: german, fr: french, es: spanish }

interface ReadyLanguage {
  readonly language: CompiledLanguage
  readonly paraphrases: ParaphraseIndex
}
const ready = new Map<Language, ReadyLanguage>()

/** A language, compiled when it is first spoken. */
export function languageOf(code: Language): ReadyLanguage {
  const known = ready.get(code)
  if (known !== undefined) return known
  const language = compileLanguage(wordings[code])
  const made = { language, paraphrases: paraphrasesOf(language) }
  ready.set(code, made)
  return made
}

/** A vocabulary with its language, made ready for any number of sentences. */
export interface PreparedVocabulary extends ReadyLanguage {
  readonly vocabulary: Vocabulary
  readonly steps: Names<number>
  readonly made: MadeSteps
  readonly options: Names<number>
  readonly outcomes: Names<number>
  readonly resources: Names<string>
  readonly timers: Names<string>
}

/**
 * Makes a vocabulary ready for `understand`; keep the result as long as nothing is renamed. `code` is one of the languages that
 * are spoken (`spokenLanguage`); for any other, English is read.
 */
export function prepareVocabulary(vocabulary: Vocabulary, code: Language): PreparedVocabulary {
  const made = languageOf(Object.hasOwn(wordings, code) ? code : 'en')
  const { language } = made
  return {
    ...made,
    vocabulary,
    steps: indexNames(vocabulary.steps, language),
    made: indexMade(vocabulary.steps, language),
    options: indexNames(
      vocabulary.options.map(({ id, text }) => ({ id, name: text })),
      language,
    ),
    outcomes: indexNames(vocabulary.outcomes, language),
    resources: indexNames(vocabulary.resources, language),
    timers: indexNames(
      vocabulary.timers.map(({ id, label }) => ({ id, name: label })),
      language,
    ),
  }
}
