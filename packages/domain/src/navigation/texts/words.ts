import type { Language } from '../../text/language.ts'
import { unitOf } from '../../inventory/units.ts'
import { unitWords } from './unit-words.ts'

type Forms = readonly [one: string, other: string]

/** What a language does with names, numbers, lists and times; the rest of a sentence stands in its texts. */
export interface Words {
  readonly quoted: (name: string) => string
  /** What a heading ends with, and what parts two clauses: French sets both apart. */
  readonly colon: string
  readonly semicolon: string
  /** “A”, “B” and “C”; beyond five the rest is counted. */
  readonly names: (names: readonly string[], word?: 'and' | 'or') => string
  readonly list: (items: readonly string[], word?: 'and' | 'or') => string
  readonly number: (value: number) => string
  /** The number with the form that goes with it: “1 step”, “2 steps”. */
  readonly counted: (count: number, forms: Forms) => string
  readonly form: (count: number, forms: Forms) => string
  /** Minutes in words, rounded up so that nobody comes too early: “an hour and a half”. */
  readonly duration: (minutes: number) => string
  /** Minutes in words to the second, as somebody set them: “a minute and 30 seconds”. */
  readonly exactly: (minutes: number) => string
  /** Minutes that are over, in words: “less than a minute”. */
  readonly spent: (minutes: number) => string
  /** Expected minutes in words, rounded as one would say them: “about 2 and a half hours”. */
  readonly about: (minutes: number) => string
  /** How long ago, from minutes: “5 minutes ago”. */
  readonly ago: (minutes: number) => string
  /** An amount with its unit in words: “1.5 square feet”. */
  readonly amount: (quantity: number, unit: string | null) => string
}

/** The pieces that durations are said with. */
export interface TimeWords {
  readonly underMinute: string
  /** Of what happened less than a minute ago. */
  readonly justNow: string
  readonly second: Forms
  readonly minute: Forms
  readonly halfHour: string
  readonly hour: Forms
  /** “2 and a half hours” from 2. */
  readonly andHalf: (hours: number) => string
  readonly day: Forms
  /** “an hour and 20 minutes” */
  readonly joined: (larger: string, smaller: string) => string
  readonly about: (duration: string) => string
}

interface Own {
  readonly language: Language
  readonly quotes: readonly [string, string]
  /** “and 3 more” */
  readonly more: (count: string) => string
  readonly time: TimeWords
}

const day = 1440

/** As one would say it: to the minute, then to five, to a quarter of an hour, to half an hour, to the hour, to the day. */
function rounded(minutes: number): number {
  const step =
    minutes < 15 ? 1 : minutes < 60 ? 5 : minutes < 120 ? 15 : minutes < 600 ? 30 : minutes < 2 * day ? 60 : day
  // To the minute first, so that a moment later is not said to be half an hour less.
  return Math.max(1, Math.round(Math.round(minutes) / step) * step)
}

const spokenTime = (minutes: number, words: TimeWords, say: (count: number, forms: Forms) => string): string => {
  if (minutes < 1) return words.underMinute
  if (minutes < 60) return minutes === 30 ? words.halfHour : say(minutes, words.minute)
  if (minutes < day) {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    if (rest === 0) return say(hours, words.hour)
    if (rest === 30) return words.andHalf(hours)
    return words.joined(say(hours, words.hour), say(rest, words.minute))
  }
  const days = Math.floor(minutes / day)
  const hours = Math.round((minutes % day) / 60)
  const whole = say(days, words.day)
  return hours === 0 ? whole : words.joined(whole, say(hours, words.hour))
}

export function makeWords({ language, quotes, more, time }: Own): Words {
  const plurals = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const lists = {
    and: new Intl.ListFormat(language, { type: 'conjunction' }),
    or: new Intl.ListFormat(language, { type: 'disjunction' }),
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const form = (count: number, [one, other]: Forms) => (plurals.select(count) === 'one' ? one : other)
  const number = (value: number) => numbers.format(value)
  const counted = (count: number, forms: Forms) => `${number(count)} ${form(count, forms)}`
  // A form without a number in it says the number itself: “an hour”.
  const saidTime = (count: number, forms: Forms) => (count === 1 ? forms[0] : `${number(count)} ${forms[1]}`)
  const list = (items: readonly string[], word: 'and' | 'or' = 'and') => lists[word].format(items)
  const quoted = (name: string) => `${quotes[0]}${name}${quotes[1]}`
  const duration = (minutes: number) => spokenTime(Math.ceil(minutes - 1e-9), time, saidTime)
  const exactly = (minutes: number) => {
    const seconds = Math.round(minutes * 60)
    const [whole, rest] = [Math.floor(seconds / 60), seconds % 60]
    if (rest === 0) return duration(whole)
    const said = saidTime(rest, time.second)
    return whole === 0 ? said : time.joined(duration(whole), said)
  }
  const apart = language === 'fr' ? ' ' : ''
  return {
    quoted,
    colon: `${apart}:`,
    semicolon: `${apart};`,
    names: (names, word = 'and') => {
      const shown = names.slice(0, names.length > 5 ? 4 : 5).map(quoted)
      const rest = names.length - shown.length
      return rest === 0 ? list(shown, word) : list([...shown, more(number(rest))], 'and')
    },
    list,
    number,
    counted,
    form,
    duration,
    exactly,
    spent: minutes => (minutes < 1 ? time.underMinute : duration(Math.round(minutes))),
    about: minutes => (minutes < 1 ? time.underMinute : time.about(duration(rounded(minutes)))),
    ago: minutes => {
      if (minutes < 1) return time.justNow
      if (minutes < 90) return relative.format(-Math.round(minutes), 'minute')
      return minutes < day
        ? relative.format(-Math.round(minutes / 60), 'hour')
        : relative.format(-Math.round(minutes / day), 'day')
    },
    amount: (quantity, unit) => {
      if (unit === null || unit.trim() === '') return number(quantity)
      const known = unitOf(unit)
      return known === null ? `${number(quantity)} ${unit}` : counted(quantity, unitWords[known.code][language])
    },
  }
}
