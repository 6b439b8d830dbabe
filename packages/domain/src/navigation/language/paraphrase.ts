import { type CompiledLanguage, isSoft, stem } from './language.ts'
import { type MeaningKey, ruleOf } from './meaning.ts'
import { samplesOf } from './samples.ts'
import type { Token } from './tokens.ts'

/** What sentences are about, whatever their order and grammar: the words of the templates, by what they point to. */
export interface ParaphraseIndex {
  readonly bags: readonly { readonly meaning: MeaningKey; readonly weight: number }[]
  readonly byWord: ReadonlyMap<string, { readonly weight: number; readonly bags: readonly number[] }>
  readonly synonyms: ReadonlyMap<string, string>
}

/** Ways of saying one template that are taken into account. */
const perTemplate = 10

/** Makes the index from the templates that name nothing: what is named cannot be guessed. */
export function paraphrasesOf(language: CompiledLanguage): ParaphraseIndex {
  const synonyms = new Map<string, string>()
  for (const group of language.wording.synonyms) {
    const [first = '', ...others] = language.fold(group).map(word => stem(word, language.endings))
    for (const other of others) synonyms.set(other, first)
  }
  const aboutOf = (word: string) => {
    const own = stem(word, language.endings)
    return synonyms.get(own) ?? own
  }
  const bags = new Map<string, { meaning: MeaningKey; words: ReadonlySet<string> }>()
  for (const { key, template } of language.templates) {
    if (ruleOf(key).says.length > 0) continue
    for (const sample of samplesOf(template, perTemplate)) {
      const words = new Set(sample.flatMap(piece => (piece.kind === 'word' ? [aboutOf(piece.word)] : [])))
      bags.set(`${key} ${[...words].toSorted().join(' ')}`, { meaning: key, words })
    }
  }
  const meaningsOf = new Map<string, Set<MeaningKey>>()
  for (const { meaning, words } of bags.values())
    for (const word of words) meaningsOf.set(word, (meaningsOf.get(word) ?? new Set()).add(meaning))
  // A word that many meanings share says little.
  const weightOf = (word: string) => 1 / Math.sqrt(meaningsOf.get(word)?.size ?? 1)
  const byWord = new Map<string, { weight: number; bags: number[] }>()
  const kept = [...bags.values()]
  for (const [index, { words }] of kept.entries())
    for (const word of words) {
      const entry = byWord.get(word)
      if (entry === undefined) byWord.set(word, { weight: weightOf(word), bags: [index] })
      else entry.bags.push(index)
    }
  return {
    bags: kept.map(({ meaning, words }) => ({
      meaning,
      weight: [...words].reduce((sum, word) => sum + weightOf(word), 0),
    })),
    byWord,
    synonyms,
  }
}

/** What an unknown word weighs: enough that a sentence about something else is not taken for a command. */
const unknownWeight = 0.7

/** Whether a word tells what a sentence is about: not “is” or “of”, nor a short one that only begins like another. */
const isTelling = (token: Token, language: CompiledLanguage): boolean =>
  token.text.length > 3 &&
  !isSoft(token, language) &&
  (language.lexicon.known.has(token.text) || stem(token.text, language.endings).length > 3)

/** The meanings that a sentence resembles by what it is about, the likeliest first, each from 0 to 1. */
export function paraphrases(
  tokens: readonly Token[],
  language: CompiledLanguage,
  index: ParaphraseIndex,
): readonly { readonly meaning: MeaningKey; readonly score: number }[] {
  const shared = new Map<number, number>()
  /** What has a telling word in common with the sentence; what has none is not about the same. */
  const alike = new Set<number>()
  let said = 0
  const aboutOf = ({ text }: Token) => {
    const own = stem(text, language.endings)
    return index.synonyms.get(own) ?? own
  }
  const about = tokens.filter(token => !isSoft(token, language) || language.lexicon.known.has(token.text))
  const telling = new Set(about.filter(token => isTelling(token, language)).map(aboutOf))
  for (const word of new Set(about.map(aboutOf))) {
    const entry = index.byWord.get(word)
    said += entry?.weight ?? unknownWeight
    for (const bag of entry?.bags ?? []) {
      shared.set(bag, (shared.get(bag) ?? 0) + (entry?.weight ?? 0))
      if (telling.has(word)) alike.add(bag)
    }
  }
  const best = new Map<MeaningKey, number>()
  for (const [bag, weight] of shared) {
    const entry = index.bags[bag]
    if (entry === undefined || !alike.has(bag)) continue
    const score = (2 * weight) / (said + entry.weight)
    best.set(entry.meaning, Math.max(best.get(entry.meaning) ?? 0, score))
  }
  return [...best].map(([meaning, score]) => ({ meaning, score })).toSorted((one, other) => other.score - one.score)
}
