import type { Candidates } from './candidates.ts'
import { phraseAt } from './phrases.ts'
import type { Said } from './spans.ts'
import { tokensOf } from './tokens.ts'

/** Whether a bare name stands beside a question, which may well be about it: "by hand, how long does that take". */
export function mayBeAskedAbout(commands: readonly Candidates[], { original, language }: Said): boolean {
  if (!commands.some(({ bare }) => bare)) return false
  const words = tokensOf(original, language.wording.spelling)
  return words.some(({ afterMark }, at) => (at === 0 || afterMark) && phraseAt(language.questions, words, at))
}
