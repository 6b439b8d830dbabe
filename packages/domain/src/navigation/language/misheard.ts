import { type CompiledLanguage, isSoft } from './language.ts'
import { type Bends, likely } from './slips.ts'
import type { Token } from './tokens.ts'

/** How much further off the next word has to be, so that a number is not made of one that may be two. */
const clearly = 0.3

/** A sentence with numbers and units in place of what was typed or heard for them. */
export interface Heard {
  readonly tokens: readonly Token[]
  /** How much was bent from one word up to (not including) another. */
  readonly costBetween: (from: number, to: number) => number
}

interface Words {
  readonly tokens: readonly Token[]
  readonly language: CompiledLanguage
  readonly bends: Bends
}

const known = new WeakMap<readonly Token[], Heard>()

/** What the amounts of a sentence may have been meant to be; worked out once. */
export function amountsHeard(said: Words): Heard {
  const found = known.get(said.tokens) ?? heardIn(said)
  known.set(said.tokens, found)
  return found
}

function heardIn(said: Words): Heard {
  const { language, bends } = said
  const { lexicon, misheard } = language.amounts
  const costs: number[] = []
  const tokens = said.tokens.map((token, at) => {
    const { text } = token
    const next = said.tokens[at + 1]
    // "Finish the step for now": a word of its own is a number only where nothing goes on from it.
    const isOwn = language.lexicon.known.has(text) || isSoft(token, language)
    const goesOn = next !== undefined && !next.afterMark && isSoft(next, language)
    const heard = isOwn && goesOn ? undefined : misheard.get(text)
    const isKnown = lexicon.known.has(text) || isOwn
    const [best, second] = isKnown ? [] : bends.of(text, lexicon)
    const isClear = best !== undefined && (second === undefined || second.cost - best.cost >= clearly)
    const meant = heard ?? (isClear ? best.word : text)
    costs[at] = meant === text ? 0 : heard === undefined ? (best?.cost ?? 0) : likely
    return meant === text ? token : { ...token, text: meant }
  })
  const costBetween = (from: number, to: number) => costs.slice(from, to).reduce((sum, cost) => sum + cost, 0)
  return { tokens, costBetween }
}
