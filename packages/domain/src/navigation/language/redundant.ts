import { type Candidates, sameReading } from './candidates.ts'
import { repeatable } from './combine.ts'
import type { Intent } from './intent.ts'
import type { Said } from './spans.ts'

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

/** Commands without the reason that follows a choice behind a mark: "by machine, which is quicker". */
export const withoutReasons = (commands: readonly Candidates[], said: Said): readonly Candidates[] =>
  commands.filter(({ readings: [reading] }, index) => {
    const before = commands[index - 1]
    const [choice] = before?.readings ?? []
    if (before === undefined || !reading || !choice || !chooses.has(choice.intent)) return true
    const next = said.tokens[before.to]
    return !compares.has(reading.intent) || next?.afterMark !== true || isJoint(next.text, said)
  })
