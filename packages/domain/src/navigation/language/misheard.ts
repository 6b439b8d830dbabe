import { isSoft } from './language.ts'
import type { Said } from './spans.ts'
import { likely } from './slips.ts'

/** No amount has more words. */
const longest = 8
/** How much further off the next word has to be, so that a number is not made of one that may be two. */
const clearly = 0.3

export interface Heard {
  readonly said: Said
  /** How much was bent in the words before one. */
  readonly costUpTo: (end: number) => number
}

/** The sentence with numbers and units in place of what was typed or heard for them, from one token on. */
export function amountsHeard(said: Said, from: number): Heard {
  const { language, bends } = said
  const { lexicon, misheard } = language.amounts
  const costs: number[] = []
  const tokens = said.tokens.map((token, at) => {
    const { text } = token
    if (at < from || at >= from + longest) return token
    const heard = misheard.get(text)
    const isKnown = lexicon.known.has(text) || language.lexicon.known.has(text) || isSoft(token, language)
    const [best, next] = isKnown ? [] : bends.of(text, lexicon)
    const isClear = best !== undefined && (next === undefined || next.cost - best.cost >= clearly)
    const meant = heard ?? (isClear ? best.word : text)
    if (meant === text) return token
    costs[at] = heard === undefined ? (best?.cost ?? 0) : likely
    return { ...token, text: meant }
  })
  const costUpTo = (end: number) => costs.slice(from, end).reduce((sum, cost) => sum + (cost ?? 0), 0)
  return { said: { ...said, tokens }, costUpTo }
}
