import { numberAt } from './amounts.ts'
import { withoutAsides } from './amid.ts'
import type { Candidates } from './candidates.ts'
import { exactOnly, type Intent, type Reading, reads, type Slots } from './intent.ts'
import { type CompiledLanguage, isSoft } from './language.ts'
import { type Match, matchesAnywhere } from './match.ts'
import { ruleOf, type SlotKind } from './meaning.ts'
import { isTimer, mentioned, ofTimers, stepsNumbered, timersMentioned } from './mentions.ts'
import { phraseAt } from './phrases.ts'
import { commandsIn } from './sentence.ts'
import { type Said, saidOf, spansAt } from './spans.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Who talks in more clauses than this tells a story. */
const mostClauses = 8
/** Fewer letters of a command are chance in the middle of other words. */
const least = 6

/** What is asked for because something is not as it should be: "that is not right, undo it". */
const followsNot: ReadonlySet<Intent> = new Set(['undo', 'fail', 'repeat', 'extend_timer'])

/** Words without those in which nothing hinders or turns round, though some part elsewhere does: "plus joli" has no "not". */
function withoutHarmless(tokens: readonly Token[], { harmless }: CompiledLanguage): readonly Token[] {
  const kept: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    const found = phraseAt(harmless, tokens, at)
    if (token !== undefined && found === undefined) kept.push(token)
    at = found?.end ?? at + 1
  }
  return kept
}

export const isNegated = ({ tokens, language }: Said): boolean =>
  withoutHarmless(tokens, language).some(({ text }) => language.negations.has(text))

/** Whether it only leads to what follows: "well", "whoops". */
const isOpening = ({ tokens, language }: Said, from: number, to: number): boolean => {
  for (let at = from; at < to;) {
    const token = tokens[at]
    const opener = phraseAt(language.openers, tokens, at)
    if (token === undefined || (opener === undefined && !isSoft(token, language))) return false
    at = opener?.end ?? at + 1
  }
  return true
}

/** The clauses of a sentence as marks part them and what leads to a reason, each as it was written; what only leads to the next stands with it. */
export function clausesOf(said: Said): readonly Said[] {
  const { tokens, original } = said
  const clauses: Said[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at += 1) {
    const token = tokens[at]
    // What a colon announces belongs to what announces it: "Notiz: …".
    const isAnnounced = original.slice(tokens[at - 1]?.end, token?.start).includes(':')
    const isParted = token?.afterMark === true || phraseAt(said.language.reasons, tokens, at) !== undefined
    if (token !== undefined && (!isParted || isAnnounced || isOpening(said, from, at))) continue
    clauses.push(saidOf(original.slice(tokens[from]?.start, token?.start), said))
    from = at
  }
  return clauses
}

/** What it says as commands, if it says nothing else. */
const commandsOf = (said: Said): readonly Candidates[] | null =>
  commandsIn(said, 'exact') ?? commandsIn(withoutAsides(said), 'exact')

/** Before what loses or books something fewer words are hardly talk, but perhaps a command with a slip. */
const leastWords = 2
/** Fewer letters before talk are chance: "tea, two sugars". */
const leastBeforeTalk = 4

/** What a command may say beside it as an amount, and then says: "start a timer, fifteen minutes or so". */
const amountOf: Partial<Readonly<Record<Intent, SlotKind>>> = {
  start_timer: 'duration',
  extend_timer: 'duration',
  previous: 'count',
  undo: 'count',
}

/** Whether it tells how much a command is about that does not say so itself. */
const tellsAmount = (talk: Said, about: readonly Reading[]): boolean =>
  about.some(({ intent, slots }) => {
    const slot = amountOf[intent]
    if (slot === undefined || slots.minutes !== undefined || slots.count !== undefined) return false
    return talk.tokens.some((_, at) => spansAt(talk, slot, at, false).some(({ fills }) => fills[0]?.count !== 1))
  })

/** "Timer auf 10, nein 15": a number that ends talk beside a command with an amount may well be the right one. */
const mayCorrect = (talk: Said, about: readonly Reading[]): boolean =>
  about.some(({ slots }) => slots.minutes !== undefined || slots.quantity !== undefined || slots.count !== undefined) &&
  talk.tokens.some((_, at) => numberAt(talk, at)?.end === talk.tokens.length)

/** "Los dos, ponlos en pausa": a number alone tells of how many things, and not which. */
const isNumber = (talk: Said): boolean =>
  talk.tokens.every((each, at) => isSoft(each, talk.language) || numberAt(talk, at) !== null)

const chooses: ReadonlySet<Intent> = new Set(['decide', 'select_outcome'])

/** "Not the machine, by hand", "the card holder, not the wallet": what is chosen instead may be named. */
const isInstead = (talk: Said, about: readonly Reading[]): boolean => {
  const [named, ...others] = mentioned(talk)
  const isOther = ({ intent, slots }: Reading) => intent === named?.intent && !isSameThing(slots, named.slots)
  const isAlone = named?.intent === 'select_outcome' || others.every(({ intent }) => intent === 'decide')
  return isNegated(talk) && named !== undefined && chooses.has(named.intent) && isAlone && about.every(isOther)
}

/** Where what opens a reason ends, "que" of "que me llaman"; "qué" asks. */
function whyEnds({ tokens, language, original }: Said): number {
  const end = phraseAt(language.reasons, tokens, 0)?.end ?? 0
  const written = original.slice(tokens[0]?.start, tokens[end - 1]?.end).normalize('NFD')
  return end === 0 || /\p{M}/u.test(written) ? 0 : end
}

/** Whether it tells why, or when: "because it rings". */
const isLedTo = (talk: Said): boolean => whyEnds(talk) > 0

/** Whether something in it makes a thought, a condition or a story of what stands beside it. */
function mayHinder(talk: Said, follows: boolean): boolean {
  const { tokens, language, original } = talk
  // As it was written, too: what a verb stands for tells no longer who says it, and when.
  const written = tokensOf(original, language.wording.spelling)
  return [tokens, written].some(all =>
    withoutHarmless(follows ? all.slice(whyEnds({ ...talk, tokens: all })) : all, language).some(
      ({ text }) => language.hinders.has(text) && !(follows && language.actors.has(text)),
    ),
  )
}

/** Whether it is talk that leaves a command beside it as it is: it names nothing, asks nothing, and makes nothing depend on anything. */
function isIdle(talk: Said, words: number, about: readonly Reading[], follows: boolean): boolean {
  const { tokens, language, original } = talk
  if (tokens.filter(token => !isSoft(token, language)).length < words || /[?:]/.test(original)) return false
  if (mayHinder(talk, follows)) return false
  if (tellsAmount(talk, about) || mayCorrect(talk, about) || isNumber(talk)) return false
  // What has failed may name anything: "the inspection failed, the stitches are uneven".
  const isOfTimers = about.some(({ intent }) => ofTimers.has(intent)) || isTimer(talk)
  const named = [
    ...mentioned(talk).map(({ slots }) => slots),
    ...stepsNumbered(talk),
    ...(isOfTimers ? timersMentioned(talk).map(({ slots }) => slots) : []),
  ]
  const isWhy = about.every(({ intent }) => intent === 'fail') && !isNegated(talk)
  // Why something that is named is done may be anything: "skip skiving because the leather is thin".
  const isReason = isLedTo(talk) && about.every(({ slots }) => Object.keys(slots).some(name => name.endsWith('_id')))
  if (
    !isWhy &&
    !isReason &&
    !isInstead(talk, about) &&
    !named.every(slots => about.some(one => isSameThing(one.slots, slots)))
  )
    return false
  const opener = phraseAt(language.openers, tokens, 0)?.value
  // What asks elsewhere may tell here: "I have to go".
  if (opener === 'request' || (opener === undefined && phraseAt(language.asks, tokens, 0) !== undefined)) return false
  const told = follows ? { ...talk, tokens: tokens.slice(whyEnds(talk)), spans: new Map() } : talk
  const isCommand = ({ meaning, fixed, fills, from, to }: Match) =>
    fixed >= least &&
    fills.length > 0 &&
    (isOpening(told, 0, from) || to === told.tokens.length) &&
    ruleOf(meaning).sort === 'named' &&
    // "Nicht mit" of a machine is no more than a "not", which is looked at by itself.
    ruleOf(meaning).intent !== 'no' &&
    // What is told of another check is no more of the same: "spotless, it passed the final one".
    (ruleOf(meaning).slots.verdict !== undefined || !about.some(({ intent }) => intent === ruleOf(meaning).intent))
  if (phraseAt(language.reasons, tokens, 0)?.value === 'reason') return true
  const own = commandsIn(told, 'fuzzy')
  // "Quita eso, que me he equivocado" says twice that it is to be undone.
  const isSame = own?.every(({ readings: [reading] }) => about.some(({ intent }) => intent === reading?.intent)) ?? true
  return isSame && !matchesAnywhere(told, false).some(isCommand)
}

/** One word that commands have may well be one, where it follows: "the timer of ten minutes, stop it". */
const mayCommand = ({ tokens, language }: Said): boolean => {
  const [word, ...more] = tokens.filter(token => !isSoft(token, language))
  return word !== undefined && more.length === 0 && language.lexicon.known.has(word.text)
}

/** Commands with talk around them, without the talk. */
interface Heard {
  readonly meant: Said
  /** Whether the talk leaves them as they are beyond doubt. */
  readonly apart: boolean
}

/**
 * A sentence of which some clauses are commands and the others talk, without the talk: "gonna grab some lunch, pause it". Null where
 * there is none, or where what is meant may depend on it.
 */
export function withoutTalk(said: Said): Heard | null {
  const clauses = clausesOf(said)
  if (clauses.length < 2 || clauses.length > mostClauses) return null
  const talk = clauses.filter(clause => commandsOf(clause) === null)
  const kept = clauses.filter(clause => !talk.includes(clause))
  if (kept.length === 0 || talk.length === 0) return null
  const heard = saidOf(kept.map(({ original }) => original).join(' '), said)
  const meant = commandsIn(heard, 'exact') === null ? withoutAsides(heard) : heard
  const commands = commandsIn(meant, 'exact')
  if (commands === null) return null
  const readings = commands.flatMap(command => command.readings.slice(0, 1))
  const isLast = clauses.slice(-kept.length).every(clause => kept.includes(clause))
  if (readings.every(({ intent }) => intent === 'yes' || intent === 'no')) return null
  if (!isLast && ((readings.some(mayGoOn) && !talk.every(isLedTo)) || lettersIn(heard) < leastBeforeTalk)) return null
  const mayBeDenied = readings.every(({ intent }) => reads.has(intent) || followsNot.has(intent))
  const words = readings.some(({ intent }) => exactOnly.has(intent)) ? leastWords : 1
  // What is not needed of the very thing that is skipped is why.
  const isReason = (clause: Said) => mentioned(clause).length > 0 && readings.every(({ intent }) => intent === 'skip')
  const isAside = (clause: Said) => withoutAsides(clause).tokens.length === 0
  const isOther = (clause: Said) => isInstead(clause, readings)
  const first = clauses.findIndex(clause => kept.includes(clause))
  const follows = (clause: Said) => clauses.indexOf(clause) > first
  // "Pausa, que ya no veo nada": the "not" is in what tells why.
  const tellsWhy = (clause: Said) => follows(clause) && isLedTo(clause)
  const isBeside = (clause: Said) =>
    !(clause === clauses.at(-1) && mayCommand(clause)) &&
    isIdle(clause, words, readings, follows(clause)) &&
    (mayBeDenied || isReason(clause) || isOther(clause) || tellsWhy(clause) || !isNegated(clause))
  if (!talk.every(clause => isAside(clause) || isBeside(clause))) return null
  // "The machine, it is for my mother" may tell of the machine.
  const mayBeAbout = commands.some(({ bare }) => bare)
  return { meant, apart: !mayBeAbout || talk.every(clause => isAside(clause) || isOther(clause)) }
}

const isSameThing = (one: Slots, other: Slots): boolean =>
  (['step_id', 'option_id', 'outcome_id', 'resource_id', 'timer_id'] as const).some(
    name => other[name] !== undefined && one[name] === other[name],
  )

/** A text goes on to the end of what is said, and what follows a bare "done" or "note" may tell what is. */
const mayGoOn = ({ intent, slots }: Reading): boolean =>
  slots.text !== undefined || intent === 'add_note' || (intent === 'complete' && Object.keys(slots).length === 0)

const lettersIn = ({ tokens }: Said): number => tokens.reduce((sum, { text }) => sum + text.length, 0)
