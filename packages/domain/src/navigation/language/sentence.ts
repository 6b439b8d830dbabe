import { type Candidates, candidatesFor, followsColon, isSure, type Manner } from './candidates.ts'
import { exactOnly, type Intent, reads } from './intent.ts'
import { isSoft } from './language.ts'
import { listedIn } from './listed.ts'
import { phraseAt } from './phrases.ts'
import type { Said } from './spans.ts'
import { type Token, tokensOf } from './tokens.ts'

/** More commands in one breath are not taken. */
export const mostCommands = 4
/** Joints of a sentence that are looked at, so that a chain of "and" costs no more than a long sentence. */
const mostJoints = 8

interface Joint {
  readonly from: number
  readonly to: number
  /** Whether it joins commands so clearly that a note ends there: "and then". */
  readonly strong: boolean
}

function jointsOf({ tokens, language }: Said): readonly Joint[] {
  const joints: Joint[] = []
  for (let at = 0; at < tokens.length && joints.length < mostJoints; at += 1) {
    const from = at
    let strong = false
    while (language.ends.has(tokens[at]?.text ?? '') || language.joins.has(tokens[at]?.text ?? '')) {
      strong ||= language.ends.has(tokens[at]?.text ?? '')
      at += 1
    }
    const mark = tokens[at]?.afterMark === true && at > 0
    if ((at > from || mark) && at < tokens.length) joints.push({ from, to: at, strong })
  }
  return joints
}

/** Reads a sentence as one command or as several that are joined; null where some part of it fits nothing. */
export function commandsIn(said: Said, manner: Manner): readonly Candidates[] | null {
  const { tokens, language } = said
  const joints = jointsOf(said)
  const listed = manner === 'exact' ? listedIn(said, joints) : null
  if (listed !== null) return listed
  const end = tokens.length
  /** Where a command may begin behind what opens it, the last first: "could you, tell me when …" may be both or the former alone. */
  const opened = (from: number): readonly number[] => {
    const begins: number[] = []
    for (let at = from; at < end;) {
      const found = phraseAt(language.openers, tokens, at)
      const token = tokens[at]
      if (found !== undefined) begins.unshift(found.end)
      else if (token === undefined || !isSoft(token, language)) break
      at = found?.end ?? at + 1
    }
    return begins
  }
  /** What is not done yet is not told to be: "I have to finish this step", "it could pass the test". */
  const asOpened = (command: Candidates, from: number, begin: number): Candidates => {
    const opening = tokens.slice(from, begin)
    const written = tokensOf(
      said.original.slice(tokens[from]?.start, tokens[begin - 1]?.end),
      language.wording.spelling,
    )
    const isPlanned = [opening, written].some(words =>
      words.some((_, at) => phraseAt(language.plans, words, at)?.value === 'plan'),
    )
    const isAsked = opening.some((_, at) => phraseAt(language.openers, opening, at)?.value === 'request')
    const isJudged = command.readings[0]?.slots.verdict !== undefined
    const isTold = intentOf(command) === 'complete' && (isPlanned || (isAsked && isJudged))
    return { ...command, clear: command.clear && !isTold }
  }
  const known = new Map<string, readonly Candidates[] | null>()
  const parts = new Map<string, Candidates | null>()
  const part = (from: number, to: number): Candidates | null => {
    const key = `${from} ${to}`
    const before = parts.get(key)
    if (before !== undefined) return before
    let read = candidatesFor(said, from, to, manner)
    for (const [index, begin] of opened(from).entries()) {
      const found = read === null && begin < to ? candidatesFor(said, begin, to, manner) : null
      // What opens may be an answer by itself: of that only the plain way counts.
      if (found !== null && (index === 0 || !isAnswer(found))) read = asOpened(found, from, begin)
    }
    parts.set(key, read)
    return read
  }
  const restFrom = (from: number, left: number): readonly Candidates[] | null => {
    const key = `${from} ${left}`
    const before = known.get(key)
    if (before !== undefined) return before
    const read = readFrom(from, left)
    known.set(key, read)
    return read
  }
  /** "Terminé, pausa" is done, and pauses: across the mark it would be the break that is over. An article may well go on: "fini, la pause". */
  const restedAfter = (from: number): readonly Candidates[] | null => {
    for (const { from: at, to } of joints.filter(joint => joint.from > from && joint.from === joint.to)) {
      const [first, next] = [part(from, at), part(to, end)]
      if (first === null || next === null || !isSure(first) || !isSure(next)) continue
      if (intentOf(first) !== 'complete' || saysMore(first) || intentOf(next) !== 'pause') continue
      const goesOn = tokens.slice(to, to + 1).some(token => isSoft(token, language))
      return goesOn ? [first, { ...next, clear: false }] : [first, next]
    }
    return null
  }
  const readFrom = (from: number, left: number): readonly Candidates[] | null => {
    const whole = part(from, end)
    if (whole !== null && !whole.text) return restedAfter(from) ?? [whole]
    if (left > 1) {
      const next = joints.find(joint => joint.from > from)
      for (const joint of joints.toReversed()) {
        if (joint.from <= from || (whole !== null && !joint.strong && joint !== next)) continue
        const first = part(from, joint.from)
        if (first === null || (first.text && !joint.strong)) continue
        // "Record 3 g of wax and set a timer": what is booked is no text that swallows what follows.
        if (whole !== null && !joint.strong && !(isSure(first) && intentOf(first) === 'record_usage')) continue
        const rest =
          restFrom(joint.to, left - 1) ??
          alsoUsed(first, said, { from, rest: joints.filter(each => each.from >= joint.from), manner })
        // After free text only what is a command beyond doubt is one.
        if (rest === null || (whole !== null && !rest.every(isSure))) continue
        return [first, ...rest]
      }
    }
    return whole === null ? null : [perhapsMore(whole, from)]
  }
  /** "Note that the edge is thick and pause the work": perhaps all of it is the note. What a colon announces is. */
  const perhapsMore = (note: Candidates, from: number): Candidates => {
    if (!note.text || intentOf(note) !== 'add_note' || followsColon(note.readings[0]?.slots ?? {}, said)) return note
    const doing = joints.flatMap(joint => {
      const rest = joint.from > from && joint.to > joint.from && end - joint.to > 1 ? part(joint.to, end) : null
      return rest !== null && isSure(rest) && mayEndNote.has(intentOf(rest)) ? rest.readings : []
    })
    return doing.length === 0 ? note : { ...note, clear: false, readings: [...note.readings, ...doing].slice(0, 3) }
  }
  const isJoint = (at: number) =>
    language.ends.has(tokens[at]?.text ?? '') || language.joins.has(tokens[at]?.text ?? '')
  // "Luego cancelamos" tells what will be.
  const isLater = (command: Candidates) => language.ends.has(tokens[0]?.text ?? '') && exactOnly.has(intentOf(command))
  const later = (read: readonly Candidates[] | null) =>
    read?.map(one => (isLater(one) ? { ...one, clear: false } : one)) ?? null
  const whole = readFrom(0, mostCommands) ?? (isJoint(0) ? later(readFrom(1, mostCommands)) : null)
  // "What comes next then": what joins nothing.
  let last = end
  while (last > 1 && isJoint(last - 1)) last -= 1
  if (whole !== null || last === end) return whole
  return commandsIn({ ...said, tokens: tokens.slice(0, last), spans: new Map() }, manner)
}

/** What is hardly told in a note as it would be ordered. */
const mayEndNote: ReadonlySet<Intent> = new Set(['pause', 'start_timer'])

/** Before what was used stand few words. */
const mostBeforeUse = 3

/** Where a command begins, and what parts the rest of the sentence behind it. */
interface Rest {
  readonly from: number
  readonly rest: readonly Joint[]
  readonly manner: Manner
}

/** "Used 2 m of thread and 3 g of wax": what was used as well, of which the verb was said before. */
function alsoUsed(first: Candidates, said: Said, { from, rest, manner }: Rest): readonly Candidates[] | null {
  if (!isSure(first) || intentOf(first) !== 'record_usage' || rest.length >= mostCommands) return null
  const { tokens } = said
  const again = (words: number) =>
    rest.map((each, index) => {
      const used = [...tokens.slice(from, from + words), ...tokens.slice(each.to, rest[index + 1]?.from)]
      return candidatesFor({ ...said, tokens: used, spans: new Map() }, 0, used.length, manner)
    })
  const isUsed = (one: Candidates | null): one is Candidates =>
    one !== null && isSure(one) && intentOf(one) === 'record_usage'
  const end = rest[0]?.from ?? from
  for (let words = 1; words <= mostBeforeUse && from + words < end; words += 1) {
    const used = again(words)
    if (used.every(isUsed)) return used.filter(isUsed)
  }
  return null
}

/** Whoever runs commands together says few words. */
const mostRunTogether = 14

/** Fewer words that would only tell are what the command before them is about: "finish three steps". */
const leastToTell = 3

/**
 * Two commands that nothing parts: "fertig stell den Timer auf zehn Minuten". Both have to be beyond doubt, in one way alone; the
 * first does something, the second is more than a word, and neither loses or books anything. Null otherwise.
 */
export function runTogether(said: Said): readonly Candidates[] | null {
  const { tokens, language } = said
  const end = tokens.length
  if (end > mostRunTogether) return null
  const found: (readonly Candidates[])[] = []
  /** "Fertig du kannst weitermachen": what asks for a command parts it from the one before. */
  const behindRequest = (at: number) => {
    const opener = phraseAt(language.openers, tokens, at)
    return opener?.value === 'request' ? opener.end : at
  }
  const weighty = (from: number) => tokens.slice(from).filter(token => !isSoft(token, language)).length
  for (let at = 1; at < end; at += 1) {
    if (weighty(at) < 2) break
    const one = plainly(candidatesFor(said, 0, at, 'exact'))
    const other =
      one === null || reads.has(intentOf(one)) ? null : plainly(candidatesFor(said, behindRequest(at), end, 'exact'))
    const isObject =
      other !== null &&
      ((reads.has(intentOf(other)) && weighty(at) < leastToTell) || (one !== null && isObjectOf(one, other, said, at)))
    if (one !== null && other !== null && !isObject && mayFollow(other, one)) found.push([one, other])
  }
  const [first, ...others] = found
  const isSame = (pair: readonly Candidates[]) => saysOf(pair) === saysOf(first ?? [])
  return first !== undefined && others.every(isSame) ? first : null
}

/** Letters. */
const longestArticle = 3

/** "Pause the timer for 5 minutes" holds the timer, and starts none: what is done may be done to what is named right behind it. */
function isObjectOf(first: Candidates, other: Candidates, said: Said, at: number): boolean {
  if (intentOf(first) === 'complete' || intentOf(other) !== 'start_timer') return false
  const { tokens, language } = said
  const isArticle = (token: Token, index: number) =>
    isSoft(token, language) && (index > 0 || token.text.length <= longestArticle)
  // Behind "avance le" the rest is as little a command of its own as behind "avance".
  if (tokens.slice(at - 1, at + 1).some((token, index) => isArticle(token, index))) return true
  return tokens.some((_, index) => {
    const longer = index > at ? plainly(candidatesFor(said, 0, index, 'exact')) : null
    return longer !== null && intentOf(longer) !== intentOf(first)
  })
}

/** What is hardly a command by itself where it may as well belong to what stands beside it. */
const blendsIn: ReadonlySet<Intent> = new Set(['report_shortage', 'add_note', 'no', ...exactOnly])
const plainly = (command: Candidates | null) =>
  command !== null && isSure(command) && !command.text && !blendsIn.has(intentOf(command)) ? command : null
const intentOf = ({ readings }: Candidates): Intent => readings[0]?.intent ?? 'unknown'
const saidTwice: ReadonlySet<Intent> = new Set(['complete', 'pause'])
/** "Erledigt mach einen Haken dran" says once more what was said, and so does "I need a break, pause everything". */
const isSaidAgain = (command: Candidates, first: Candidates) =>
  saidTwice.has(intentOf(first)) && saysOf([command]) === saysOf([first]) && !saysMore(first)
const mayFollow = (command: Candidates, first: Candidates) =>
  isSaidAgain(command, first) ||
  (!['complete', 'decide', intentOf(first)].includes(intentOf(command)) &&
    !(intentOf(first) === 'complete' && !saysMore(first) && moves.has(intentOf(command))))
/** "Complete the previous step" tells which. */
const moves: ReadonlySet<Intent> = new Set(['next', 'previous'])
const saysMore = ({ readings }: Candidates) => readings.some(({ slots }) => Object.keys(slots).length > 0)
const saysOf = (commands: readonly Candidates[]) =>
  JSON.stringify(commands.flatMap(({ readings }) => readings.map(({ intent, slots }) => [intent, slots])))

const isAnswer = ({ readings }: Candidates) => readings.some(({ intent }) => intent === 'yes' || intent === 'no')
