import type { Language } from '@hidesync/domain/text/language'
import { type OwnWord, ownWords } from './texts/play-texts.ts'
import { playTexts } from './texts/texts-in.ts'

/** As what is said is compared: without case, accents and marks around them. */
export const folded = (text: string): string =>
  text
    .slice(0, 60)
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replaceAll(/^[\s¡¿!?.,;:]+|[\s!?.,;:]+$/gu, '')

/** What a label names in quotation marks. */
const named = /[“„«]\s?(.+?)\s?[”“»]/u

/** Whether a label, such as “Choose “Oil””, says already what its sentence would: the same words, or the very thing that is named. */
export function saysSame(label: string, sentence: string): boolean {
  const name = named.exec(label)?.[1]
  return name === undefined ? folded(label) === folded(sentence) : sentence.includes(name)
}

/** The word of the terminal's own that a line is; null: it is none. */
export function ownWordIn(line: string, language: Language): OwnWord | null {
  const said = folded(line)
  const { words } = playTexts(language)
  return ownWords.find(word => words[word].some(one => folded(one) === said)) ?? null
}

/** The number that a line is, such as `3` or `#3`; null: it is none. */
export function numberIn(line: string): number | null {
  const digits = /^\s*#?(\d{1,6})[.)]?\s*$/.exec(line)?.[1]
  return digits === undefined ? null : Number(digits)
}
