import { unitOf } from '../../inventory/units.ts'
import { type CompiledLanguage, isSoft } from './language.ts'
import { phraseAt } from './phrases.ts'
import { fold, type Token } from './tokens.ts'

/** Something read from the words up to (not including) `end`. */
export interface Read<T> {
  readonly value: T
  readonly end: number
}

interface Words {
  readonly tokens: readonly Token[]
  readonly original: string
  readonly language: CompiledLanguage
}

const digits = /^\d{1,9}$/
const decimal = /^\d{1,9}(?:[.,]\d{1,6})?$/
/** "1.500" is a thousand and a half to some, and one and a half to others. */
const thousands = /^[1-9]\d{0,2}[.,]\d{3}$/
const fraction = /^(\d{1,3})\/(\d{1,3})$/
const clock = /^(\d{1,2}):(\d{2})$/

/** A whole number in digits or words. */
export function numberAt({ tokens, language }: Words, from: number): Read<number> | null {
  const text = tokens[from]?.text ?? ''
  if (digits.test(text)) return { value: Number(text), end: from + 1 }
  return phraseAt(language.amounts.numbers, tokens, from) ?? null
}

/**
 * "third", "3rd", or a bare number that stands where a place is named ("3. Schritt"). Places from the end are negative. "3 steps" and
 * "1 step" are how many, and not which.
 */
export function ordinalAt(words: Words, from: number): Read<number> | null {
  const { ordinals, ordinalEndings, several } = words.language.amounts
  const named = phraseAt(ordinals, words.tokens, from)
  if (named !== undefined) return named
  const text = words.tokens[from]?.text ?? ''
  if (!digits.test(text)) return null
  const next = words.tokens[from + 1]
  const value = Number(text)
  if (next !== undefined && ordinalEndings.has(next.text)) return { value, end: from + 2 }
  const counts = next !== undefined && !next.afterMark && (value === 1 || several.has(writtenAs(next, words)))
  return counts ? null : { value, end: from + 1 }
}

const writtenAs = ({ start, end }: Token, { original, language }: Words): string =>
  fold(original.slice(start, end), language.wording.spelling)

/** "3", "three", "three times", "twice". */
export const countAt = (words: Words, from: number): Read<number> | null =>
  phraseAt(words.language.amounts.times, words.tokens, from) ?? numberAt(words, from)

function fractionOf(text: string): number | null {
  const [, over, under] = fraction.exec(text) ?? []
  return over === undefined || Number(under) === 0 ? null : Number(over) / Number(under)
}

/** "one point eight": the digits after the point, said one by one or as a number. */
function decimalsAt(words: Words, from: number): Read<number> | null {
  if (!words.language.amounts.decimalPoint.has(words.tokens[from]?.text ?? '')) return null
  let said = ''
  let end = from + 1
  while (said.length < 6) {
    const next = numberAt(words, end)
    if (next === null || next.value > 999) break
    said += String(next.value)
    end = next.end
  }
  return said === '' ? null : { value: Number(`0.${said}`), end }
}

/** An amount: "1.8", "1,8", "1 1/2", "two and a half", "one point eight", "half a", "anderthalb". */
export function amountAt(words: Words, from: number): Read<number> | null {
  const { tokens, language } = words
  const text = tokens[from]?.text ?? ''
  const ownFraction = fractionOf(text)
  if (ownFraction !== null) return { value: ownFraction, end: from + 1 }
  const named = phraseAt(language.amounts.fractions, tokens, from)
  const isDecimal = decimal.test(text) && !thousands.test(text)
  const whole = isDecimal ? { value: Number(text.replace(',', '.')), end: from + 1 } : numberAt(words, from)
  if (whole === null || (named !== undefined && named.end > whole.end)) return named ?? null
  const point = decimalsAt(words, whole.end)
  if (point !== null) return { value: whole.value + point.value, end: point.end }
  const more = phraseAt(language.amounts.andFractions, tokens, whole.end)
  if (more !== undefined) return { value: whole.value + more.value, end: more.end }
  const part = fractionOf(tokens[whole.end]?.text ?? '')
  return part === null ? whole : { value: whole.value + part, end: whole.end + 1 }
}

/** A number of pieces: no part of something. */
export function piecesAt(words: Words, from: number): Read<number> | null {
  const read = amountAt(words, from)
  return read !== null && read.value >= 1 ? read : null
}

/** Over what stands between an amount and its unit: "half an hour". */
function overSoft({ tokens, language }: Words, from: number): number {
  let at = from
  while (at < from + 2) {
    const token = tokens[at]
    if (token === undefined || language.amounts.timeUnits.has(token.text)) break
    if (!isSoft(token, language) && !language.amounts.between.has(token.text)) break
    at += 1
  }
  return at
}

/** One amount of time with its unit, in minutes: "two hours and a half". */
function timePartAt(words: Words, from: number): (Read<number> & { readonly unit: number }) | null {
  const { timeUnits, andFractions } = words.language.amounts
  const amount = amountAt(words, from)
  if (amount === null) return null
  const at = overSoft(words, amount.end)
  const unit = timeUnits.get(words.tokens[at]?.text ?? '')
  if (unit === undefined) return null
  const more = phraseAt(andFractions, words.tokens, at + 1)
  const value = (amount.value + (more?.value ?? 0)) * unit
  return { value, unit, end: more?.end ?? at + 1 }
}

const rounded = (value: number) => Number(value.toFixed(4))

/** A length of time in minutes: "20 minutes", "an hour and a half", "1h30", "2:30" (hours and minutes). */
export function durationAt(words: Words, from: number): Read<number> | null {
  const { tokens, language } = words
  const [, hours, minutes] = clock.exec(tokens[from]?.text ?? '') ?? []
  if (hours !== undefined) return { value: Number(hours) * 60 + Number(minutes), end: from + 1 }
  const named = phraseAt(language.amounts.durations, tokens, from)
  const first = timePartAt(words, from)
  if (named !== undefined && (first === null || named.end >= first.end)) return named
  if (first === null) return null
  const next = language.amounts.and.has(tokens[first.end]?.text ?? '') ? first.end + 1 : first.end
  const extra = phraseAt(language.amounts.durations, tokens, next)
  const second = timePartAt(words, next)
  if (second !== null && second.unit < first.unit)
    return { value: rounded(first.value + second.value), end: second.end }
  if (extra !== undefined && first.unit === 60) return { value: first.value + extra.value, end: extra.end }
  // "1 h 30"
  const bare = first.unit === 60 && next === first.end ? numberAt(words, next) : null
  if (bare !== null && bare.value < 60) return { value: first.value + bare.value, end: bare.end }
  return { value: rounded(first.value), end: first.end }
}

const longestUnit = 3

/** A unit by its words in this language or as the stock knows it. */
function unitAt(words: Words, from: number): Read<string> | null {
  const { tokens, original, language } = words
  for (let end = Math.min(from + longestUnit, tokens.length); end > from; end -= 1) {
    const said = tokens.slice(from, end)
    const own = language.amounts.units.get(said.map(({ text }) => text).join(' '))
    const [first, last] = [said[0], said.at(-1)]
    if (own !== undefined) return { value: own, end }
    const known = first && last ? unitOf(original.slice(first.start, last.end)) : null
    if (known !== null) return { value: known.code, end }
  }
  return null
}

/** One and a part of it, where the one is not said: "metro y medio". */
function oneAndPartAt(words: Words, from: number): Read<{ quantity: number; unit: string }> | null {
  const unit = unitAt(words, from)
  const part = unit === null ? undefined : phraseAt(words.language.amounts.andFractions, words.tokens, unit.end)
  return unit === null || part === undefined
    ? null
    : { value: { quantity: 1 + part.value, unit: unit.value }, end: part.end }
}

/** A quantity with its unit: "1,8 Quadratfuß", "two and a half metres", "un mètre et demi". */
export function measureAt(words: Words, from: number): Read<{ quantity: number; unit: string }> | null {
  const amount = amountAt(words, from)
  if (amount === null) return oneAndPartAt(words, from)
  for (const at of [amount.end, amount.end + 1]) {
    const between = words.tokens[at - 1]
    if (at > amount.end && (between === undefined || !isSoft(between, words.language))) break
    const unit = unitAt(words, at)
    if (unit === null) continue
    const more = phraseAt(words.language.amounts.andFractions, words.tokens, unit.end)
    const quantity = rounded(amount.value + (more?.value ?? 0))
    return { value: { quantity, unit: unit.value }, end: more?.end ?? unit.end }
  }
  return null
}
