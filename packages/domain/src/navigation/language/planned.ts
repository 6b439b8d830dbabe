import type { Candidates } from './candidates.ts'
import { phraseAt } from './phrases.ts'
import type { Said } from './spans.ts'
import { tokensOf } from './tokens.ts'

/**
 * Whether what would be told to be done is still to be: a plan stands before it in the same clause, "I have to, well, finish this step", or
 * it follows a break that is yet to be taken, "first a break, then finish".
 */
export const isStillToDo = (commands: readonly Candidates[], { tokens, language, original }: Said): boolean =>
  commands.some(({ readings: [reading] }, index) => {
    const before = commands[index - 1]
    if (reading?.intent !== 'complete' || before === undefined) return false
    const follows = tokens[before.to]
    if (before.readings[0]?.intent === 'pause' && language.ends.has(follows?.text ?? '')) return true
    const from = tokens.findLastIndex(({ afterMark }, at) => at <= before.to && afterMark)
    const clause = original.slice(tokens[Math.max(from, 0)]?.start, follows?.start)
    const words = tokensOf(clause, language.wording.spelling)
    return words.some((_, at) => phraseAt(language.plans, words, at)?.value === 'plan')
  })
