import { type Candidates, followsColon, sameReading } from './candidates.ts'
import { repeatable } from './combine.ts'
import type { Intent, Reading } from './intent.ts'
import { isSoft } from './language.ts'
import { phraseAt } from './phrases.ts'
import type { Said } from './spans.ts'
import { tokensOf } from './tokens.ts'

const isJoint = (text: string, { language }: Said): boolean => language.joins.has(text) || language.ends.has(text)

/** "Weiter, nächster Schritt" says one thing in two ways; "weiter, weiter" and "weiter und noch einmal weiter" say it twice. */
export function saidOnce(commands: readonly Candidates[], said: Said): readonly Candidates[] {
  return commands.filter(({ readings: [reading], to }, index) => {
    const before = commands[index - 1]
    const [same] = before?.readings ?? []
    if (before === undefined || !reading || !same || !repeatable.has(reading.intent) || !sameReading(reading, same))
      return true
    const words = (from: number, end: number) => said.tokens.slice(from, end).map(({ text }) => text)
    const own = words(before.to, to)
    return (
      own.some(word => isJoint(word, said)) ||
      own.join(' ') === words(commands[index - 2]?.to ?? 0, before.to).join(' ')
    )
  })
}

const chooses: ReadonlySet<Intent> = new Set(['decide', 'select_outcome'])
/** What tells which is better, and asks for it in the same words: "que es más rápido". */
const compares: ReadonlySet<Intent> = new Set(['suggest', 'what_if'])

/** Whether one reading says no more than why another is, or how: "by machine, which is quicker", "wrong, go back". */
const isReason = (before: Reading, { intent, slots }: Reading, asking: boolean): boolean =>
  chooses.has(before.intent)
    ? compares.has(intent) && !asking
    : before.intent === 'undo' && intent === 'previous' && slots.count === undefined

/** Commands without what only a mark parts from them and that says the same, or why. */
export const withoutReasons = (commands: readonly Candidates[], said: Said, asking: boolean): readonly Candidates[] =>
  commands.filter(({ readings: [reading] }, index) => {
    const before = commands[index - 1]
    const [first] = before?.readings ?? []
    const next = said.tokens[before?.to ?? 0]
    if (!reading || !first || next?.afterMark !== true || isJoint(next.text, said)) return true
    // "Pasa al siguiente, que es más rápido" tells why, too.
    const opensWhy = phraseAt(said.language.reasons, said.tokens, before?.to ?? 0) !== undefined
    const tellsWhy = opensWhy && !asking && compares.has(reading.intent)
    return !tellsWhy && !isReason(first, reading, asking)
  })

/** "Out of wax, make a note of it": what is to be noted has been said before. */
export const withoutEmptyNotes = (commands: readonly Candidates[], said: Said): readonly Candidates[] =>
  commands.filter(({ readings: [reading] }, index) => {
    const text = reading?.intent === 'add_note' ? reading.slots.text : undefined
    if (index === 0 || text === undefined || followsColon({ text }, said)) return true
    return tokensOf(text, said.language.wording.spelling).some(token => !isSoft(token, said.language))
  })
