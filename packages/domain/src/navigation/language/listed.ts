import { type Candidates, candidatesFor, isSure } from './candidates.ts'
import type { Intent } from './intent.ts'
import { thingsMentioned } from './mentions.ts'
import type { Said } from './spans.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What may be told of several things at once. */
const ofSeveral: ReadonlySet<Intent> = new Set(['record_usage', 'report_shortage'])
/** Nobody lists more things in one breath, nor says more words before them, or behind. */
const most = { things: 4, before: 5, behind: 4 }

interface Part {
  readonly from: number
  readonly to: number
}

/**
 * What is told of each of several things with words that are said once, before the first or behind the last: "3 m Zwirn und 2 Nieten
 * verbraucht", "we're out of thread and rivets". Null where it may be meant of the last alone.
 */
export function listedIn(said: Said, joints: readonly Part[]): readonly Candidates[] | null {
  const { tokens } = said
  if (joints.length === 0 || joints.length >= most.things) return null
  const parts = [{ from: 0, to: 0 }, ...joints].map(({ to }, at) => tokens.slice(to, joints[at]?.from))
  const things = parts.map(part => thingsMentioned({ ...said, tokens: part, spans: new Map() }))
  if (things.some(named => named.length !== 1)) return null
  if (new Set(things.flat().map(({ resource_id }) => resource_id)).size < parts.length) return null
  const [first = []] = parts
  const last = parts.at(-1) ?? []
  // As it was written: what one is "out of" is none of, too.
  const isNegated = (words: readonly Token[]) =>
    tokensOf(said.original.slice(words[0]?.start, words.at(-1)?.end), said.language.wording.spelling).some(({ text }) =>
      said.language.negations.has(text),
    )
  const told = (before: number, behind: number) => {
    const own = parts.map((part, at) =>
      part.slice(at === 0 ? before : 0, part === last ? part.length - behind : part.length),
    )
    // "Out of thread but not rivets" tells of one.
    if (new Set(own.map(isNegated)).size > 1) return []
    return own.map(part => {
      const words = [...first.slice(0, before), ...part, ...last.slice(last.length - behind)]
      return candidatesFor({ ...said, tokens: words, spans: new Map() }, 0, words.length, 'exact')
    })
  }
  for (let before = 0; before <= most.before && before < first.length; before += 1)
    for (let behind = 0; behind <= most.behind && behind < last.length; behind += 1) {
      const each = told(before, behind).filter(isTold)
      const intents = new Set(each.flatMap(({ readings }) => readings.map(({ intent }) => intent)))
      if (each.length === parts.length && intents.size === 1) return each.map(one => ({ ...one, listed: true }))
    }
  return null
}

const isTold = (command: Candidates | null): command is Candidates =>
  command !== null &&
  isSure(command) &&
  command.readings.every(({ intent, slots }) => ofSeveral.has(intent) && slots.resource_id !== undefined)
