import type { Intent, Reading, Slots, Understanding } from '../language/intent.ts'
import { textsFor, type Run } from '../run.ts'
import { actAll } from './act.ts'
import type { Answer, AnswerData, Part, Question, Talk } from './answer.ts'
import { nearestThings, offeredReadings } from './did-you-mean.ts'
import { decline, joined, lines } from './parts.ts'
import { respond } from './respond.ts'
import { speakable } from './speech.ts'

/** What was said, and what it answers. */
export interface Said {
  readonly text: string
  readonly understanding: Understanding
  /** What was asked before and is still open; null: nothing. */
  readonly question: Question | null
}

/** How a sentence was read. */
interface Read {
  readonly intent: Intent
  readonly confidence: number
  readonly slots?: Slots
}

/** Beyond this it is not a sentence. */
export const longestSentence = 300

function answer(before: Run, { data, speech, question, code, did_you_mean, ...part }: Part, read: Read): Answer {
  return {
    ...data,
    success: part.success,
    message: part.message,
    did: part.did ?? part.message,
    speech: speakable(speech ?? part.message, before.language),
    intent: read.intent,
    confidence: read.confidence,
    ...(read.slots !== undefined && Object.keys(read.slots).length > 0 ? { slots: read.slots } : {}),
    ...(did_you_mean === undefined ? {} : { did_you_mean }),
    ...(code === undefined ? {} : { code }),
    question: question ?? null,
    run: part.run,
    changed: part.run.state.sequence !== before.state.sequence,
  }
}

/** Does one reading after another; the first that fails or asks stops it, after what was done until then. */
function* inOrder(run: Run, readings: readonly Reading[]): Talk<Part> {
  let now = run
  const parts: Part[] = []
  for (const { intent, slots } of readings) {
    const part = yield* respond(now, intent, slots)
    parts.push(part)
    now = part.run
    if (!part.success) break
  }
  const last = parts.at(-1)
  if (last === undefined) return decline(run, textsFor(run).answers.unknown)
  if (parts.length === 1) return last
  const data: AnswerData = Object.assign({}, ...parts.map(part => part.data ?? {})) as AnswerData
  return {
    ...last,
    data,
    message: lines(...parts.map(({ message }) => message)),
    did: lines(...parts.map(({ did, message }) => did ?? message).filter(text => text !== '')),
    speech: joined(...parts.slice(-2).map(({ speech, message }) => firstSentence(speech ?? message, run))),
  }
}

/** So that of two things that were done, both are heard. */
const firstSentence = (text: string, { language }: Run): string => {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return first?.segment.trim() ?? ''
}

/** A yes does what was asked, a no what goes with it; null: it was neither. */
function* answered(run: Run, question: Question, [said]: readonly Reading[]): Talk<Answer | null> {
  if (said === undefined || (said.intent !== 'yes' && said.intent !== 'no')) return null
  const { confidence } = said
  const isYes = said.intent === 'yes'
  if (question.type === 'reading' && isYes) {
    const { intent, slots } = question.reading
    return answer(run, yield* respond(run, intent, slots), { intent, slots, confidence })
  }
  const { dropped, changedMeanwhile } = textsFor(run).questions
  if (question.type === 'changed' && isYes)
    return answer(run, decline(run, changedMeanwhile), { intent: said.intent, confidence })
  const chosen = question.type !== 'commands' ? [] : isYes ? question.yes : question.no
  if (chosen.length === 0)
    return answer(run, { success: true, message: dropped, run }, { intent: said.intent, confidence })
  const intent = question.type === 'commands' ? question.intent : said.intent
  return answer(run, yield* actAll(run, chosen), { intent, confidence })
}

/** A sentence that can mean several things changes nothing. */
function unclear(run: Run, readings: readonly Reading[]): Answer {
  const offers = offeredReadings(run, readings)
  const did_you_mean = offers.length === 0 ? nearestThings(run) : offers.map(({ words }) => words)
  const message = textsFor(run).answers.didYouMean(did_you_mean.map(({ label }) => label))
  const [first] = readings
  const [only, ...others] = offers
  const part: Part = {
    ...decline(run, message),
    ...(only === undefined || others.length > 0 ? {} : { question: { type: 'reading', reading: only.meant } as const }),
    did_you_mean,
  }
  const read = { intent: first?.intent ?? 'unknown', confidence: first?.confidence ?? 0, slots: first?.slots ?? {} }
  return answer(run, part, read)
}

/** Asking whether a step is meant that nobody knows would lead to nothing: one hears so at once. */
const namesNoStep = ({ intent, slots }: Reading): boolean => intent === 'goto' && slots.text !== undefined

/** A sentence to say, without the marks that one hears in any case. */
const spoken = (sentence: string): string => sentence.replaceAll(/[¿?]/g, '').trim()

function notUnderstood(run: Run, text: string): Answer {
  const { answers } = textsFor(run)
  const did_you_mean = nearestThings(run)
  const unheard = (message: string): Part => ({ ...decline(run, message), did_you_mean })
  const read = { intent: 'unknown', confidence: 0 } as const
  if (text.trim() === '') return answer(run, unheard(answers.empty), read)
  if (text.length > longestSentence) return answer(run, unheard(answers.tooLong), read)
  const speech = answers.unknownAloud(did_you_mean.map(({ command }) => spoken(command)))
  return answer(run, { ...unheard(answers.unknown), speech }, read)
}

/**
 * Answers a sentence. Commands for the engine are handed over one by one, and what came of each is told; nothing else is done, so
 * the same sentence in the same run gets the same answer wherever this runs.
 */
export function* converse(run: Run, { text, understanding, question }: Said): Talk<Answer> {
  const readings = understanding.kind === 'unknown' ? [] : understanding.readings
  if (question !== null && understanding.kind === 'understood' && readings.length === 1) {
    const reply = yield* answered(run, question, readings)
    if (reply !== null) return reply
  }
  const [first] = readings
  const isUnknownStep = readings.length === 1 && first !== undefined && namesNoStep(first)
  if (understanding.kind === 'unclear' && !isUnknownStep) return unclear(run, readings)
  if (first === undefined || first.intent === 'unknown') return notUnderstood(run, text)
  const part = yield* inOrder(run, readings)
  const { intent, confidence, slots } = first
  return answer(run, part, { intent, confidence, slots })
}
