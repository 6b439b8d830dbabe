import { type CompiledLanguage, compileLanguage } from './language.ts'
import type { Vocabulary } from './intent.ts'
import { indexMade, type MadeSteps } from './made.ts'
import { indexNames, type Names } from './names.ts'
import { type ParaphraseIndex, paraphrasesOf } from './paraphrase.ts'
import type { Wording } from './wording.ts'

/** A language in which sentences can be read. */
export interface ReadyLanguage {
  readonly language: CompiledLanguage
  readonly paraphrases: ParaphraseIndex
}

/** Makes a language ready from its wording alone. It takes seconds on a small device: keep the result. */
export function readyLanguage(wording: Wording): ReadyLanguage {
  const language = compileLanguage(wording)
  return { language, paraphrases: paraphrasesOf(language) }
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

/** Makes a vocabulary ready for `understand` in a language; keep the result as long as nothing is renamed. */
export function withNames(vocabulary: Vocabulary, ready: ReadyLanguage): PreparedVocabulary {
  const { language } = ready
  return {
    ...ready,
    vocabulary,
    steps: indexNames(vocabulary.steps, language),
    made: indexMade(vocabulary.steps, language),
    options: indexNames(
      vocabulary.options.map(({ id, text }) => ({ id, name: text })),
      language,
      true,
    ),
    outcomes: indexNames(vocabulary.outcomes, language),
    resources: indexNames(vocabulary.resources, language),
    timers: indexNames(
      vocabulary.timers.map(({ id, label }) => ({ id, name: label })),
      language,
    ),
  }
}
