import { type CompiledLanguage, isSoft } from './language.ts'
import { phraseAt } from './phrases.ts'
import { tokensOf } from './tokens.ts'

/** Whether it says no more than what people ask each other: "how are you". */
export function isSmallTalk(text: string, language: CompiledLanguage): boolean {
  const words = tokensOf(text, language.wording.spelling)
  let found = false
  for (let at = 0; at < words.length;) {
    const phrase = phraseAt(language.smallTalk, words, at)
    const word = words[at]
    if (phrase === undefined && (word === undefined || !isSoft(word, language))) return false
    found ||= phrase !== undefined
    at = phrase?.end ?? at + 1
  }
  return found
}
