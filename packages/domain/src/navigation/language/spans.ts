import { amountAt, countAt, durationAt, measureAt, numberAt, ordinalAt, piecesAt } from './amounts.ts'
import type { Slots } from './intent.ts'
import { type CompiledLanguage, replacePhrases } from './language.ts'
import { madeAt } from './made.ts'
import type { SlotKind } from './meaning.ts'
import { amountsHeard } from './misheard.ts'
import { type Named, type Names, namesAt } from './names.ts'
import type { PreparedVocabulary } from './ready.ts'
import { Bends } from './slips.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A sentence with what it is read against. */
export interface Said extends PreparedVocabulary {
  readonly original: string
  /** What had to be bent before reading, as by taking words apart. */
  readonly bent: number
  readonly bends: Bends
  /** What was found so far to fill slots with; sentences are read several times. */
  readonly spans: Map<string, readonly Span[]>
  readonly tokens: readonly Token[]
}

/** Fewer letters tell nothing of what a compound is about. */
const leastOfCompound = 4

/** "Klebertimer" is the timer for the "Kleber". */
function withHeadsApart(token: Token, { heads, lexicon, replaced }: CompiledLanguage): readonly Token[] {
  const { text, end } = token
  const head = heads.find(each => text.endsWith(each) && text.length >= each.length + leastOfCompound)
  if (head === undefined || lexicon.known.has(text) || replaced.next.has(text)) return [token]
  const cut = end - head.length
  const first = { ...token, text: text.slice(0, -head.length), end: cut }
  return [first, { text: head, start: cut, end, afterMark: false }]
}

/** What is said by a text, with nothing read of it yet. */
export function saidOf(text: string, prepared: PreparedVocabulary): Said {
  const { language } = prepared
  const words = tokensOf(text, language.wording.spelling).flatMap(token => withHeadsApart(token, language))
  const tokens = replacePhrases(words, language.replaced)
  return { ...prepared, original: text, tokens, bent: 0, bends: new Bends(), spans: new Map() }
}

/** What the words from some token up to `end` fill a slot with: one thing, or several that they might name. */
export interface Span {
  readonly end: number
  readonly fills: readonly Slots[]
  readonly cost: number
  /** How much of a name was said; 1 for what is no name. */
  readonly coverage: number
}

const sure = (end: number, ...fills: readonly Slots[]): readonly Span[] => [{ end, fills, cost: 0, coverage: 1 }]

function stepNumbered(said: Said, number: number): Slots {
  const step_number = number > 0 ? number : said.vocabulary.steps.length + number + 1
  const step_id = said.vocabulary.steps[step_number - 1]?.id
  return step_id === undefined ? { step_number } : { step_number, step_id }
}

function optionNumbered(said: Said, number: number): Slots {
  const option = said.vocabulary.options.at(number > 0 ? number - 1 : number)
  return option === undefined ? { text: String(number) } : { option_id: option.id }
}

const named = <Id>(names: readonly Named<Id>[], fill: (id: Id) => Slots): readonly Span[] =>
  names.map(({ end, ids, cost, coverage }) => ({ end, fills: ids.map(fill), cost, coverage }))

/** The steps before or after those that are named or numbered, in their order: "what comes after gluing". */
function besideAt(said: Said, from: number, offset: 1 | -1, slips: boolean): readonly Span[] {
  const { steps } = said.vocabulary
  return [...spansSaid(said, 'step_number', from, slips), ...spansSaid(said, 'step_name', from, slips)].flatMap(
    span => {
      const fills = span.fills.flatMap(of => {
        const step = steps[steps.findIndex(({ id }) => id === of.step_id) + offset]
        return of.step_id === undefined || step === undefined ? [] : [{ step_id: step.id }]
      })
      return fills.length === 0 ? [] : [{ ...span, fills }]
    },
  )
}

const letter = /^[a-h]$/

const amounts: ReadonlySet<SlotKind> = new Set([
  'step_number',
  'step_ordinal',
  'option_number',
  'option_ordinal',
  'count',
  'duration',
  'duration_bare',
  'quantity',
  'measure',
])

/** Every way in which the words from a token on can fill a slot; with `slips` also what they may have been meant to be. */
export function spansAt(said: Said, slot: SlotKind, from: number, slips: boolean): readonly Span[] {
  const found = spansSaid(said, slot, from, slips)
  if (!slips || !amounts.has(slot)) return found
  const heard = amountsHeard(said)
  const meant = spansSaid({ ...said, tokens: heard.tokens }, slot, from, slips).map(span => ({
    ...span,
    cost: heard.costBetween(from, span.end),
  }))
  return [...found, ...meant.filter(span => span.cost > 0 && found.every(({ end }) => end < span.end))]
}

function spansSaid(said: Said, slot: SlotKind, from: number, slips: boolean): readonly Span[] {
  const { tokens } = said
  const of = <Id>(names: Names<Id>) => namesAt(names, said, from, slips)
  const numbered = (read: ReturnType<typeof numberAt>, fill: (value: number) => Slots) =>
    read === null || read.value === 0 ? [] : sure(read.end, fill(read.value))
  switch (slot) {
    case 'step_number':
      return numbered(numberAt(said, from), value => stepNumbered(said, value))
    case 'step_ordinal':
      return numbered(ordinalAt(said, from), value => stepNumbered(said, value))
    case 'step_name':
      return named(of(said.steps), step_id => ({ step_id }))
    case 'step_after':
      return besideAt(said, from, 1, slips)
    case 'step_before':
      return besideAt(said, from, -1, slips)
    case 'step_made':
      return madeAt(said, from).map(({ end, fills }) => ({ end, fills, cost: 0, coverage: 1 }))
    case 'option_number':
      return numbered(numberAt(said, from), value => optionNumbered(said, value))
    case 'option_ordinal':
      return numbered(ordinalAt(said, from), value => optionNumbered(said, value))
    case 'option_letter': {
      const text = tokens[from]?.text ?? ''
      return letter.test(text) ? sure(from + 1, optionNumbered(said, text.charCodeAt(0) - 96)) : []
    }
    case 'option_name':
      return named(of(said.options), option_id => ({ option_id }))
    case 'outcome_name':
      return named(of(said.outcomes), outcome_id => ({ outcome_id }))
    case 'resource_name':
      return named(of(said.resources), resource_id => ({ resource_id }))
    case 'timer_name':
      return named(of(said.timers), timer_id => ({ timer_id }))
    case 'count':
      return numbered(countAt(said, from), count => ({ count }))
    case 'duration':
      return numbered(durationAt(said, from), minutes => ({ minutes }))
    // Behind the word for a timer a number is one of minutes.
    case 'duration_bare':
      return numbered(amountAt(said, from), minutes => ({ minutes }))
    // "Half of the thread" is no number of pieces.
    case 'quantity':
      return numbered(piecesAt(said, from), quantity => ({ quantity }))
    case 'measure': {
      const read = measureAt(said, from)
      return read === null || read.value.quantity === 0 ? [] : sure(read.end, read.value)
    }
    // Free text is not found but left over; see `matches`.
    case 'text':
      return []
  }
}
