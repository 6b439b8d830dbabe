import { type Intent, reads, type Reading } from './intent.ts'
import { isSoft } from './language.ts'
import { phraseAt } from './phrases.ts'
import type { PreparedVocabulary } from './ready.ts'
import { saidOf } from './spans.ts'
import { tokensOf } from './tokens.ts'

/** What one asks somebody to do: "skip it, yeah?". Of what one tells a tag asks whether it is so: "it's done, yeah?". */
const orders: ReadonlySet<Intent> = new Set([
  'next',
  'previous',
  'skip',
  'goto',
  'start_timer',
  'pause_timer',
  'resume_timer',
  'extend_timer',
  'stop_timer',
  'pause',
  'resume',
])

/** Whether it is meant all the same where a tag asks for consent. What is told word for word is never cut. */
export const mayBeTagged = ({ intent, slots, match }: Reading): boolean =>
  slots.text === undefined && (reads.has(intent) || (orders.has(intent) && match === 'exact'))

/** A sentence without the tag at its end that asks for consent, "pause, okay?"; null where there is none. */
export function withoutTag(text: string, { language }: PreparedVocabulary): string | null {
  if (!text.trimEnd().endsWith('?')) return null
  const tokens = tokensOf(text, language.wording.spelling)
  const last = tokens.findLastIndex(token => token.afterMark)
  const before = tokens[last - 1]
  if (before === undefined) return null
  let at = last
  while (at < tokens.length) {
    const tag = phraseAt(language.tags, tokens, at)
    const token = tokens[at]
    if (tag === undefined && (token === undefined || !isSoft(token, language))) return null
    at = tag?.end ?? at + 1
  }
  return text.slice(0, before.end)
}

/** A request that is said behind what it asks for. */
interface Behind {
  readonly asked: string
  /** The whole with the request at its front, as it may be read: "would you take me back". */
  readonly turned: string
}

/** "Take me back, would you": what asks for something behind it, put before it. Null where nothing does. */
export function requestBehind(text: string, prepared: PreparedVocabulary): Behind | null {
  const { tokens, language } = saidOf(text, prepared)
  for (let at = 1; at < tokens.length; at += 1) {
    const tag = phraseAt(language.tags, tokens, at)
    const opens = phraseAt(language.openers, tokens, at)
    const [first, next] = [tokens[at], tokens[tag?.end ?? at]]
    if (tag === undefined || first === undefined || tag.end - at < 2 || opens?.value !== 'request') continue
    if (opens.end !== tag.end || next?.afterMark === false) continue
    const [asked, end] = [text.slice(0, first.start), tokens[tag.end - 1]?.end ?? text.length]
    // Of several clauses it asks for the last: "no, wrong one, undo that would you".
    const from = tokens.findLast((token, index) => index < at && token.afterMark)?.start ?? 0
    const turned = `${text.slice(0, from)}${text.slice(first.start, end)} ${text.slice(from, first.start)}${text.slice(end)}`
    return { asked, turned }
  }
  return null
}
