import { type CompiledLanguage, isSoft } from './language.ts'
import { phraseAt } from './phrases.ts'
import type { Token } from './tokens.ts'

interface Words {
  readonly tokens: readonly Token[]
  readonly language: CompiledLanguage
}

/** Whether a phrase is said at the beginning, be it behind other openers or words without weight. */
export function beginsWith(
  tokens: readonly Token[],
  language: CompiledLanguage,
  isThere: (at: number) => boolean,
): boolean {
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    const opener = phraseAt(language.openers, tokens, at)
    if (isThere(at)) return true
    if (token === undefined || (opener === undefined && !isSoft(token, language))) return false
    at = opener?.end ?? at + 1
  }
  return false
}

/** "Could you …?" asks for what it says. */
export const isRequest = ({ tokens, language }: Words): boolean =>
  beginsWith(tokens, language, at => phraseAt(language.openers, tokens, at)?.value === 'request')
