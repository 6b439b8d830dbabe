import { isSoft } from './language.ts'
import { phraseAt } from './phrases.ts'
import type { Said } from './spans.ts'
import { tokensOf } from './tokens.ts'

/** What belongs to a name that follows, also where it has no weight elsewhere: "M. Aubert". */
const title = /^\p{Lu}\p{L}?\.?\s+\p{Lu}/u

/** "Note please: …": what is said between the command and a mark belongs to the command. */
export function overSoftToMark({ tokens, language, original }: Said, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at]
    if (token === undefined || title.test(original.slice(token.start))) break
    if (token.afterMark) return at
    if (!isSoft(token, language)) break
  }
  return from
}

/** Words of a phrase that opens a text. */
const mostOpening = 4

/** Where a text begins that was reached at a token, with what a template took of it: "note for later buy glue". */
export function withOpening({ tokens, language }: Said, from: number, at: number): number {
  const next = tokens[at]
  if (next === undefined || next.afterMark || language.beforeText.has(next.text)) return at
  for (let begin = Math.max(from + 1, at - mostOpening); begin < at; begin += 1)
    if ((phraseAt(language.opensText, tokens, begin)?.end ?? 0) >= at) return begin
  return at
}

/** The word after the first colon from one token up to another: what a colon announces is text, also a word that a template has. */
export function announcedIn({ tokens, original }: Said, from: number, to: number): number | null {
  for (let at = from + 1; at < to; at += 1) {
    const [before, after] = [tokens[at - 1], tokens[at]]
    if (before && after?.afterMark === true && original.slice(before.end, after.start).includes(':')) return at
  }
  return null
}

const isMark = /[.,;:!?…\n–—-]/
const outerMarks = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/**
 * Where a text begins (in letters) of which the first token is given. Words without weight are no tokens: "note: for now …" and "note
 * for now …" keep theirs, "note for me …" does not.
 */
export function startOf({ tokens, original, language }: Said, from: number): number {
  const start = tokens[from]?.start ?? 0
  const before = tokens[from - 1]?.end ?? 0
  const gap = original.slice(before, start)
  const first = gap.search(/[\p{L}\p{N}]/u)
  if (first < 0 || from === 0) return start
  if (isMark.test(gap.slice(0, first)) || title.test(original.slice(before + first))) return before + first
  const said = tokensOf(gap, language.wording.spelling)
  const isContent = phraseAt(language.hedges, said, 0) !== undefined && !isMark.test(gap.slice(first))
  return isContent ? before + first : start
}

/** What was said from a letter up to a token, as it was written; up to the very end, marks included, where nothing follows. */
export function textUpTo({ tokens, original }: Said, start: number, to: number): string {
  if (to >= tokens.length) return original.slice(start).trim()
  const end = tokens[to - 1]?.end ?? original.length
  // Words without weight at its end are said as well.
  const after = original.slice(end, tokens[to]?.start ?? end).replace(outerMarks, '')
  const last = after === '' ? end : original.indexOf(after, end) + after.length
  return original.slice(start, last).trim()
}
