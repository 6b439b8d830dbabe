import { withoutAddress } from './address.ts'
import { numberAt } from './amounts.ts'
import { amidTalk, withoutAsides } from './amid.ts'
import { mayBeAskedAbout, mayBeTopic } from './asked-about.ts'
import { isAskedAmid } from './asked-amid.ts'
import { type Candidates, certain, distinct, doubtful, followsColon, sameReading } from './candidates.ts'
import { combined, repeatable } from './combine.ts'
import { exactOnly, type Intent, type Reading, reads, type Understanding } from './intent.ts'
import { isSoft, replacePhrases } from './language.ts'
import { meaningKeys, ruleOf } from './meaning.ts'
import { aboutTimer, mentioned, namesAnotherStep, stepsNumbered } from './mentions.ts'
import { paraphrases } from './paraphrase.ts'
import { isStillToDo } from './planned.ts'
import type { PreparedVocabulary } from './ready.ts'
import { mayMeanTimer } from './of-timer.ts'
import { beginsWith, isRequest } from './request.ts'
import { saidOnce, withoutEmptyNotes, withoutReasons } from './redundant.ts'
import { commandsIn, runTogether } from './sentence.ts'
import { isSmallTalk } from './small-talk.ts'
import { type Said, saidOf } from './spans.ts'
import { phraseAt } from './phrases.ts'
import { likely, takenApart } from './slips.ts'
import { mayBeTagged, requestBehind, withoutTag } from './tags.ts'
import { isNegated, withoutTalk } from './talk.ts'
import { type Token, tokensOf } from './tokens.ts'
import { aboutTopic, isTimerAlone } from './topic.ts'

/** Beyond this only a note is understood: nobody says a command of that length. */
const longest = 300
const unknown: Understanding = { kind: 'unknown' }

/** The same with words taken apart that were written as one. */
function apart(said: Said): Said {
  const { lexicon, replaced } = said.language
  let bent = 0
  const tokens = said.tokens.flatMap((token): readonly Token[] => {
    const known = lexicon.known.has(token.text) || lexicon.standsFor.has(token.text)
    const parts = known || token.text.length < 5 ? null : takenApart(token.text, lexicon)
    if (parts === null) return [token]
    bent += likely
    return parts.map((text, index) => ({ ...token, text, afterMark: token.afterMark && index === 0 }))
  })
  return bent === 0 ? said : { ...said, tokens: replacePhrases(tokens, replaced), bent, spans: new Map() }
}

const stepIsNamed = ({ slots }: Reading): boolean => slots.step_id !== undefined || slots.step_number !== undefined

/** Whoever asks whether they can wants to, and it harms nothing: "can we go on". */
const mayBeAsked: ReadonlySet<Intent> = new Set(['next', 'previous', 'resume'])

/** Something that is done may be taken from a sentence only if it was said, and not asked. */
function mayBeTaken(reading: Reading, asked: boolean, first = true): boolean {
  if (reading.confidence < certain) return false
  if (reads.has(reading.intent)) return true
  // "When does the timer ring, go on" asks for the former: what follows a question is not what one asks whether one can.
  if (asked && !(first && mayBeAsked.has(reading.intent))) return false
  // Neither is a named step judged by a slip: "step eleven please" is no "step eleven passes".
  const isJudged = reading.slots.verdict !== undefined && stepIsNamed(reading)
  return reading.match === 'exact' || (reading.match === 'fuzzy' && !exactOnly.has(reading.intent) && !isJudged)
}

/** What of it is a question: the whole, what stands before a mark at its end, or nothing. */
type Asking = 'whole' | 'end' | 'nothing'

/** A question by its mark or by how it begins; "could you …?" is a request. */
function askingIn(text: string, said: Said): Asking {
  const { language, original } = said
  const written = tokensOf(original, language.wording.spelling)
  const marks = text.split('?').length - 1
  const marked = text.trimEnd().endsWith('?') || text.includes('¿')
  // What both asks and opens ("can I") asks wherever it opens; "is" only as the very first word, since "this is" tells.
  const asksAt = (at: number) =>
    phraseAt(language.asks, written, at) !== undefined &&
    (at === 0 || phraseAt(language.openers, written, at) !== undefined)
  const asks = beginsWith(written, language, asksAt)
  if (isRequest(said) || !(marked || asks) || (!asks && marks === 1 && endsInRequest(said))) return 'nothing'
  return asks || marks > 1 || text.trimStart().startsWith('¿') ? 'whole' : 'end'
}

/** Whether it speaks of what is still to be done: what will be used is not used yet. */
function isPlanned({ tokens, language, original }: Said): boolean {
  const written = tokensOf(original, language.wording.spelling)
  // "Gebraucht" is said for "used", "brauche" for what is still needed, and templates have one word for both.
  if (written.some(({ text }) => language.stillNeeded.has(text))) return true
  return [tokens, written].some(words => words.some((_, at) => phraseAt(language.plans, words, at) !== undefined))
}

/** Without what is asked for in the end: "used 3 g of wax, and I want to see the next step" plans no use. */
function beforeAsked(commands: readonly Candidates[], said: Said): Said {
  const [last, before] = [commands.at(-1), commands.at(-2)]
  const end = said.tokens[before?.to ?? 0]
  if (before === undefined || end === undefined || !last?.readings.every(({ intent }) => reads.has(intent))) return said
  return { ...said, original: said.original.slice(0, end.start), tokens: said.tokens.slice(0, before.to) }
}

/** Of several commands in one breath a "not" could belong to any: "not to step 7, to step 8". A "no" of its own is none: "no, undo that", "no thread left, pause". */
function isMuddled(commands: readonly Candidates[], said: Said): boolean {
  const firsts = commands.flatMap(({ readings }) => readings.slice(0, 1))
  const [first, ...others] = firsts
  if (first === undefined || others.every(each => sameReading(each, first) && !repeatable.has(each.intent)))
    return false
  if (commands.every(({ listed }) => listed)) return false
  const after = commands[0]?.to ?? 0
  const isItsOwn = first.intent === 'no' || first.intent === 'report_shortage'
  const from = isItsOwn && said.tokens[after]?.afterMark === true ? after : 0
  // "And there is none left" has its own.
  const isLack = (at: number) =>
    commands.some(
      ({ readings: [reading], to }, index) =>
        reading?.intent === 'report_shortage' &&
        Object.keys(reading.slots).length === 0 &&
        at < to &&
        at >= (commands[index - 1]?.to ?? 0),
    )
  const tokens = said.tokens.filter((_, at) => at >= from && !isLack(at))
  return isNegated({ ...said, tokens }) && firsts.every(({ slots }) => slots.text === undefined)
}

/** The mark of what asks for something in the form of a question is no part of a text: "could you note that …?". */
function unmarked(reading: Reading, said: Said): Reading {
  const { text } = reading.slots
  if (text?.endsWith('?') !== true || !isRequest(said) || followsColon(reading.slots, said)) return reading
  return { ...reading, slots: { ...reading.slots, text: text.replace(/[\s?]+$/, '') } }
}

/** What is used up in words that count further things names more than one: "3 m of thread and 2 g of wax". */
function isSeveral({ slots: { text } }: Reading, { language }: Said): boolean {
  if (text === undefined) return false
  const tokens = tokensOf(text, language.wording.spelling)
  const words = { tokens, language, original: text }
  return tokens.some((token, at) => language.joins.has(token.text) || numberAt(words, at) !== null)
}

/** "I'm done for", "yes but": whether it ends in what something has to follow, and that is part of no text or number. */
const isCutShort = (commands: readonly Candidates[], { tokens, language }: Said): boolean =>
  tokens.some((_, at) => phraseAt(language.leadsOn, tokens, at)?.end === tokens.length) &&
  commands.some(({ readings: [reading] }) => {
    if (reading === undefined || reads.has(reading.intent)) return false
    return reading.slots.text === undefined && reading.slots.step_number === undefined
  })

/** "Done, what's next?" is one command, and the question is what comes with it: what stands behind the last mark asks by itself. */
function asksWhatFollows(said: Said): boolean {
  const from = said.tokens.findLastIndex(({ afterMark }) => afterMark)
  if (from < 1) return false
  const tail = commandsIn(saidOf(said.original.slice(said.tokens[from]?.start), said), 'exact')
  return tail?.every(({ readings: [reading] }) => reading !== undefined && asksByItself.has(reading.intent)) ?? false
}
const asksByItself: ReadonlySet<Intent> = new Set([...reads, 'next'])

function judged(all: readonly Candidates[], asking: Asking, said: Said): Understanding {
  const commands = withoutReasons(saidOnce(withoutEmptyNotes(all, said), said), said, asking !== 'nothing')
  const firsts = commands.flatMap(({ readings }) => readings.slice(0, 1))
  const isOrdered = commands.some(
    ({ readings: [reading], to }, at) =>
      reading?.intent === 'next' &&
      said.tokens.slice(commands[at - 1]?.to ?? 0, to).filter(token => !isSoft(token, said.language)).length > 1,
  )
  const current = said.vocabulary.current_step_id
  const together = isMuddled(commands, said) ? null : combined(firsts, { current, isOrdered })
  const isOpen = [isAskedAmid, mayBeAskedAbout, mayBeTopic, mayMeanTimer, isCutShort, isStillToDo].some(doubts =>
    doubts(commands, said),
  )
  const clear = commands.every(each => each.clear) && !isOpen
  // "Done, what now?" tells, then asks; "done and start a timer?" asks for both.
  const last = firsts.at(-1)
  const asksLastAlone = asking === 'end' && last !== undefined && reads.has(last.intent)
  const isTold = ({ intent }: Reading) => intent === 'complete' && asking === 'end' && asksWhatFollows(said)
  const isAsked = (reading: Reading) => asking !== 'nothing' && !(asksLastAlone ? reading !== last : isTold(reading))
  const isTaken = (reading: Reading) =>
    mayBeTaken(reading, isAsked(reading), reading === together?.[0]) &&
    !(reading.intent === 'record_usage' && (isPlanned(beforeAsked(commands, said)) || isSeveral(reading, said)))
  if (together !== null && clear && together.every(isTaken))
    return { kind: 'understood', readings: together.map(reading => unmarked(reading, said)) }
  const doubts = distinct(commands.flatMap(({ readings }) => readings)).filter(one => one.confidence >= doubtful)
  return doubts.length === 0 ? unknown : { kind: 'unclear', readings: doubts.slice(0, 3) }
}

/** A note that goes on beyond what was read, as a whole. */
function longNote(text: string, said: Said): Understanding {
  const note = commandsIn(said, 'exact')?.at(0)?.readings[0]
  const words = note?.slots.text
  if (note?.intent !== 'add_note' || words === undefined) return unknown
  const from = said.original.indexOf(words)
  return { kind: 'understood', readings: [{ ...note, slots: { text: text.slice(from).trim() } }] }
}

/** Half of the weight of what was said and of what is meant has to be the same. */
const alike = 0.5

/** What the words are about, the likeliest first. */
const about = ({ language, paraphrases: index }: Said, tokens: readonly Token[]): readonly Reading[] =>
  distinct(
    paraphrases(tokens, language, index)
      .filter(({ score }) => score >= alike)
      .map(({ meaning, score }): Reading => {
        const { intent, slots } = ruleOf(meaning)
        return { intent, slots, confidence: Number(Math.min(score, 0.95).toFixed(3)), match: 'paraphrase' }
      }),
  ).slice(0, 3)

/** A shorter word that nobody knows resembles too many. Letters. */
const mendable = 5

/** The words that may have been meant by those that nobody knows. */
const mended = ({ tokens, language, bends }: Said): readonly Token[] =>
  tokens.map(token => {
    const { lexicon } = language
    const [best] = lexicon.known.has(token.text) || token.text.length < mendable ? [] : bends.of(token.text, lexicon)
    return best === undefined || isSoft(token, language) ? token : { ...token, text: best.word }
  })

/** What it is about, if no template fits. Only something that tells is taken from that. */
function guessed(said: Said, asked: boolean): Understanding {
  const readings = about(said, said.tokens)
  const [best] = readings
  if (best === undefined) {
    const bent = about(said, mended(said))
    if (bent.length > 0) return { kind: 'unclear', readings: bent }
    const named = mentioned(said).slice(0, 3)
    return named.length === 0 ? unknown : { kind: 'unclear', readings: named }
  }
  const taken = reads.has(best.intent) && mayBeTaken(best, asked) && !isNegated(said)
  return taken ? { kind: 'understood', readings: [best] } : { kind: 'unclear', readings }
}

/** Part of the name of something, and nothing else: "y punto", where a stitch is called "punto", or "ya está seco", where a step is for drying. */
const isPartOfName = ({ bare, readings }: Candidates): boolean =>
  readings.every(one => one.confidence < 1 && (bare || (one.intent === 'complete' && stepIsNamed(one))))

/** A command in the middle of talk about something else: only what tells is taken. */
function heardAmid(said: Said, asked: boolean): Understanding {
  const exact = amidTalk(said, false)
  const found = exact ?? amidTalk(said, true)
  if (found === null) return unknown
  const { readings, stands, denied } = found
  const isTaken =
    exact !== null && stands && !denied && readings.every(one => reads.has(one.intent) && mayBeTaken(one, asked))
  return { kind: isTaken ? 'understood' : 'unclear', readings }
}

/** "That was the wrong one. Could you undo it?" asks for something at its end. */
function endsInRequest(said: Said): boolean {
  const last = said.tokens.findLastIndex(({ afterMark }) => afterMark)
  return last > 0 && isRequest({ ...said, tokens: said.tokens.slice(last) })
}

/** Whether it could say of which step, and does not. */
const mayNameStep = (reading: Reading): boolean =>
  !stepIsNamed(reading) &&
  meaningKeys.some(key => ruleOf(key).intent === reading.intent && ruleOf(key).says.includes('step'))

/** What is asked about a step that is named is no answer for another: "what all is there to know for step 10". */
function withStep(heard: Understanding, said: Said): Understanding {
  if (heard.kind !== 'understood' || !heard.readings.some(mayNameStep)) return heard
  const [step] = stepsNumbered(said)
  if (step === undefined) return heard
  const meant = heard.readings.map(one => (mayNameStep(one) ? { ...one, slots: { ...one.slots, ...step } } : one))
  return { kind: 'unclear', readings: meant }
}

/** What is told beside commands, without them. */
const toldBeside = (said: Said, { tokens }: Said): Said => ({
  ...said,
  tokens: said.tokens.filter(token => !tokens.includes(token)),
  spans: new Map(),
})

/** What is done to a step that was not named has to be asked; a timer is set for itself. */
const doubted = (command: Candidates): Candidates => ({
  ...command,
  clear:
    command.clear &&
    command.readings.every(
      one =>
        reads.has(one.intent) || stepIsNamed(one) || (one.intent === 'start_timer' && one.slots.minutes !== undefined),
    ),
})

/** What follows "note:" is the note, and so is what follows "note" and a comma. */
const isAnnounced = ({ intent, slots }: Reading, said: Said): boolean =>
  followsColon(slots, said) ||
  (intent === 'add_note' &&
    /^[\p{L}\s]+[,–—]\s*$/u.test(said.original.slice(0, said.original.indexOf(slots.text ?? ''))))

/** Free text takes anything, a misspelt command, too: where the whole resembles one, it is asked which was meant. */
function rivalsOf(exact: readonly Candidates[], said: Said): readonly Candidates[] {
  if (!exact.some(({ text }) => text)) return []
  if (exact.some(({ readings: [reading] }) => reading !== undefined && isAnnounced(reading, said))) return []
  const rivals = commandsIn(said, 'untexted') ?? []
  const likely = rivals.every(({ readings }) => (readings[0]?.confidence ?? 0) >= doubtful)
  return likely ? rivals.map(rival => ({ ...rival, clear: false })) : []
}

/**
 * What a person means by a sentence, said or typed, of any kind and length. Only `understood` may be acted upon; nothing that
 * changes something is ever guessed. Never throws.
 */
export function understand(text: string, prepared: PreparedVocabulary): Understanding {
  const untagged = withoutTag(text.slice(0, longest), prepared)
  const heard = untagged === null ? unknown : understood(untagged, prepared)
  if (heard.kind === 'understood' && heard.readings.every(mayBeTagged)) return heard
  const whole = understood(text, prepared)
  if (whole.kind === 'understood' && whole.readings.every(isPlain)) return whole
  const behind = requestBehind(text.slice(0, longest), prepared)
  const request = behind === null ? unknown : understood(behind.asked, prepared)
  if (behind !== null && request.kind === 'understood' && request.readings.every(isPlain)) {
    const turned = understood(behind.turned, prepared)
    if (turned.kind === 'understood') return turned
  }
  const address = whole.kind === 'understood' ? null : withoutAddress(text.slice(0, longest), prepared)
  const rest = address === null ? whole : understood(address, prepared)
  return rest.kind === 'understood' && rest.readings.every(isPlain) ? rest : whole
}

/** What is said word for word, and no text. */
const isPlain = ({ match, slots }: Reading): boolean => match === 'exact' && slots.text === undefined

function understood(text: string, prepared: PreparedVocabulary): Understanding {
  // A long one is cut, since its beginning tells whether it is a note.
  const said = saidOf(text.slice(0, longest), prepared)
  if (said.tokens.length === 0) return /^\s*\?+\s*$/.test(said.original) ? help : unknown
  if (isSmallTalk(said.original, said.language)) return unknown
  if (text.trimEnd().length > longest) return longNote(text, said)
  const asking = askingIn(text, said)
  const asked = asking !== 'nothing'
  const found = commandsIn(said, 'exact')
  const exact = found === null ? null : withoutEmptyNotes(found, said)
  if (exact?.every(isPartOfName) === true && withoutAsides(said).tokens.length === 0)
    return exact.every(({ bare }) => bare)
      ? unknown
      : judged(
          exact.map(each => ({ ...each, clear: false })),
          asking,
          said,
        )
  const topic = exact === null || exact.slice(0, 1).every(isTimerAlone) ? aboutTopic(said) : null
  if (topic !== null) {
    const heard = judged(topic, asking, said)
    if (heard.kind === 'understood') return heard
  }
  if (exact !== null && !exact.some(({ loose }) => loose))
    return judged([...exact, ...rivalsOf(exact, said)], asking, said)
  const quiet = withoutAsides(said)
  // Nor is what is told beside a command the name of something: "I have no patience any more".
  if (quiet.tokens.length === 0) return unknown
  const told = exact !== null || quiet === said ? null : commandsIn(quiet, 'exact')
  if (told !== null) {
    const talk = toldBeside(said, quiet)
    const meant = told.map(one => ({ ...one, readings: one.readings.map(each => aboutTimer(each, talk)) }))
    // "The pockets are glued, that's it": of which step, where another than the one in view is named?
    // "It rings, the timer" tells of it.
    const isTold = meant.every(isTimerAlone) && quiet.tokens.filter(each => !isSoft(each, quiet.language)).length === 1
    return judged(isTold || namesAnotherStep(talk) ? meant.map(doubted) : meant, asking, quiet)
  }
  // Free text takes talk, too: "nos quedamos sin pegamento, alguien lo dejó destapado".
  const isLoose = exact?.length === 1 && exact.every(({ clear, text }) => text && !clear)
  const beside = exact === null || isLoose ? withoutTalk(said) : null
  if (beside !== null) {
    const { meant, apart: isApart } = beside
    const commands = (commandsIn(meant, 'exact') ?? []).map(one => ({ ...one, clear: one.clear && isApart }))
    const heard = judged(commands, askingIn(meant.original, meant), meant)
    const isBooked = isLoose && heard.kind !== 'unknown' && heard.readings.some(one => exactOnly.has(one.intent))
    if (heard.kind === 'understood' ? !isBooked : !isApart && !isLoose) return heard
  }
  const run = exact !== null || asked || isNegated(said) ? null : runTogether(said)
  if (run !== null) {
    const heard = judged(run, asking, said)
    if (heard.kind === 'understood') return heard
  }
  const fuzzy = commandsIn(said, 'fuzzy') ?? commandsIn(apart(said), 'fuzzy')
  const bent = fuzzy === null ? unknown : judged(fuzzy, asking, said)
  if (bent.kind === 'understood') return bent
  // "Ten grams of beewax" may well be what a name was meant to say.
  const isNamed = bent.kind === 'unclear' && exact?.[0]?.readings[0]?.intent === bent.readings[0]?.intent
  if (exact !== null && !isNamed) return judged(exact, asking, said)
  if (bent.kind === 'unclear') return bent
  const unnamed = commandsIn(said, 'asking')
  if (unnamed !== null) return judged(unnamed, asking, said)
  const amid = withStep(heardAmid(quiet, asked), quiet)
  if (amid.kind === 'understood') return amid
  const guess = withStep(guessed(quiet, asked), quiet)
  if (guess.kind === 'understood' || (amid.kind === 'unknown' && guess.kind === 'unclear')) return guess
  // What is told beside may still be what it is about: "glue's on, give us 20 minutes".
  const named = amid.kind === 'unknown' && quiet !== said ? mentioned(said).slice(0, 3) : []
  return named.length > 0 ? { kind: 'unclear', readings: named } : amid
}

const help: Understanding = {
  kind: 'understood',
  readings: [{ intent: 'help', slots: {}, confidence: 1, match: 'exact' }],
}
