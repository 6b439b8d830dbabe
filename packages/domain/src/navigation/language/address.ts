import { isSoft } from './language.ts'
import type { Names } from './names.ts'
import { phraseAt } from './phrases.ts'
import type { PreparedVocabulary } from './ready.ts'
import { Bends } from './slips.ts'
import { type Token, tokensOf } from './tokens.ts'

const capitalised = /^\p{Lu}\p{Ll}+$/u
/** A shorter one is hardly told from another word. Letters. */
const shortest = 3

/** Whether a word can only be a name that somebody is called by: of none that the language knows, and of nothing that there is. */
function isCalled(token: Token, text: string, prepared: PreparedVocabulary): boolean {
  const { language, steps, options, outcomes, resources, timers } = prepared
  const { lexicon, amounts, turning } = language
  const word = token.text
  if (word.length < shortest || !capitalised.test(text.slice(token.start, token.end))) return false
  const isKnown = [lexicon, amounts.lexicon].some(({ known, standsFor }) => known.has(word) || standsFor.has(word))
  const named: readonly Names<unknown>[] = [steps, options, outcomes, resources, timers]
  if (isKnown || isSoft(token, language) || named.some(names => names.lexicon.known.has(word))) return false
  // "Don, skip it" may well be a "don't".
  return !turning.known.has(word) && new Bends().of(word, turning).every(({ cost }) => cost > 1)
}

/**
 * A sentence without whom it is said to: "Tom, skip it", "done, Anna", "fertig, Chef". Null where nobody is called; in a language that writes
 * other words with capitals as well a name is not told from them.
 */
export function withoutAddress(text: string, prepared: PreparedVocabulary): string | null {
  const { language } = prepared
  const tokens = tokensOf(text, language.wording.spelling)
  const [first, second] = tokens
  const last = tokens.at(-1)
  const before = tokens.at(-2)
  if (first !== undefined && second?.afterMark === true && language.titles.has(first.text))
    return text.slice(second.start)
  // "Frag den Chef" speaks of one.
  if (last !== undefined && before !== undefined && language.titles.has(last.text) && !isSoft(before, language))
    return text.slice(0, before.end) + text.slice(last.end)
  if (!language.wording.capitalsName) return null
  if (last?.afterMark === true && before !== undefined && isCalled(last, text, prepared))
    return text.slice(0, before.end) + text.slice(last.end)
  const next = tokens.findIndex((token, at) => at > 0 && token.afterMark)
  const name = tokens[next - 1]
  const rest = tokens[next]
  if (name === undefined || rest === undefined || !isCalled(name, text, prepared)) return null
  for (let at = 0; at < next - 1;) {
    const token = tokens[at]
    const opener = phraseAt(language.openers, tokens, at)
    const said = phraseAt(language.replaced, tokens, at)
    if (token === undefined || (opener === undefined && said?.value.length !== 0 && !isSoft(token, language)))
      return null
    at = opener?.end ?? (said?.value.length === 0 ? said.end : at + 1)
  }
  return text.slice(rest.start)
}
