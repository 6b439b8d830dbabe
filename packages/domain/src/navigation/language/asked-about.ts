import type { Candidates } from './candidates.ts'
import type { Intent } from './intent.ts'
import { phraseAt } from './phrases.ts'
import type { Said } from './spans.ts'
import { tokensOf } from './tokens.ts'

/** Whether a bare name stands beside a question, which may well be about it: "by hand, how long does that take". */
export function mayBeAskedAbout(commands: readonly Candidates[], { original, language }: Said): boolean {
  if (!commands.some(({ bare }) => bare)) return false
  const words = tokensOf(original, language.wording.spelling)
  return words.some(({ afterMark }, at) => (at === 0 || afterMark) && phraseAt(language.questions, words, at))
}

/** What may be done to what was named before it. */
const isDoneTo: ReadonlySet<Intent> = new Set(['pause', 'cancel', 'skip', 'complete', 'fail'])

/** Whether a bare name may be what the next command is about rather than chosen: "la machine, je la mets en pause". */
export const mayBeTopic = (commands: readonly Candidates[]): boolean =>
  commands.some(
    ({ readings: [reading] }, at) =>
      commands[at - 1]?.bare === true && reading !== undefined && isDoneTo.has(reading.intent),
  )
