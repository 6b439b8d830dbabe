import type { State } from './automaton.ts'
import type { Slots } from './intent.ts'
import { isSoft } from './language.ts'
import { type MeaningKey, ruleOf, type SlotKind } from './meaning.ts'
import type { Names } from './names.ts'
import { phraseAt } from './phrases.ts'
import { likely } from './slips.ts'
import { type Said, type Span, spansAt } from './spans.ts'
import { announcedIn, overSoftToMark, startOf, textUpTo, withOpening } from './texts.ts'

/** One way to read some words as a template. */
export interface Match {
  readonly meaning: MeaningKey
  /** The words that it reads: from one token up to (not including) another. */
  readonly from: number
  readonly to: number
  /** What was said beside it; several where a name fits several things. */
  readonly fills: readonly Slots[]
  /** How much had to be bent, 1 for an arbitrary letter; 0 if nothing. */
  readonly cost: number
  /** The greatest share of a word that was bent. */
  readonly bent: number
  /** Letters that were accounted for: fixed words count more than names, names more than free text. */
  readonly strength: number
  /** Letters of fixed words alone. */
  readonly fixed: number
  readonly skipped: number
  /** The least part of a name that was said. */
  readonly coverage: number
  /** Whether of some name only a part was said, and that with a slip that may as well be another word. */
  readonly vague: boolean
}

type Path = Omit<Match, 'meaning' | 'to'>
const beginning = (bent: number, from: number): Path => ({
  from,
  fills: [{}],
  cost: bent,
  bent: 0,
  strength: 0,
  fixed: 0,
  skipped: 0,
  coverage: 1,
  vague: false,
})

export const isBetter = (one: Path, other: Path): boolean =>
  one.cost !== other.cost
    ? one.cost < other.cost
    : one.strength !== other.strength
      ? one.strength > other.strength
      : one.skipped < other.skipped

const ofName = 0.9
const ofText = 0.2
/** Where several things fit, no more than this many readings are kept. */
const ways = 3

function lettersBetween(said: Said, from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at += 1) letters += said.tokens[at]?.text.length ?? 0
  return letters
}

/** A word of fewer letters is another word as soon as one of them is: "comer" is no "coser". */
const leastBent = 6
/** What may be wrong of so many letters before they could as well be another word: one in eight, of a long one one in six. */
const bendableOf = (letters: number) => (letters < leastBent ? 0 : letters < 10 ? letters / 8 : letters / 6)

const isVague = ({ cost, coverage }: Span, letters: number): boolean => coverage < 1 && cost > bendableOf(letters)

function filled(path: Path, span: Span, letters: number): Path {
  const certain = span.coverage === 1 && span.cost === 0
  const both = path.fills.flatMap(slots => span.fills.map(fill => [slots, fill] as const))
  // "Wie schärfe ich die Kanten aus" names one thing in two places.
  const agreed = both.filter(([slots, fill]) => slots.step_id === undefined || slots.step_id === fill.step_id)
  return {
    ...path,
    fills: (agreed.length > 0 ? agreed : both).map(([slots, fill]) => ({ ...slots, ...fill })).slice(0, ways),
    cost: path.cost + span.cost,
    bent: Math.max(path.bent, span.cost / Math.max(letters, 1)),
    strength: path.strength + letters * (certain ? 0.95 : ofName),
    coverage: Math.min(path.coverage, span.coverage),
    vague: path.vague || isVague(span, letters),
  }
}

/** Reading of one stretch of a sentence, from its first token up to (not including) its last. */
class Reader {
  readonly #said: Said
  readonly #to: number
  readonly #slips: boolean
  #takesText = true
  /** For each token, the states in which reading may stand before it, each with the best way there. */
  readonly #at: Map<State, Path>[] = []

  constructor(said: Said, to: number, slips: boolean) {
    this.#said = said
    this.#to = to
    this.#slips = slips
  }

  read(from: number): readonly Match[] {
    this.#begin(from)
    for (let at = from; at < this.#to; at += 1)
      for (const [state, path] of this.#at[at] ?? []) this.#step(at, state, path)
    return this.#endingAt(this.#to)
  }

  /** What can be read somewhere in it: begun at every word, in one pass. */
  readAnywhere(): readonly Match[] {
    const found: Match[] = []
    // Free text would begin everywhere and take everything.
    this.#takesText = false
    for (let at = 0; at < this.#to; at += 1) {
      found.push(...this.#endingAt(at))
      this.#begin(at)
      for (const [state, path] of this.#at[at] ?? []) this.#step(at, state, path)
    }
    return [...found, ...this.#endingAt(this.#to)]
  }

  #begin(at: number): void {
    this.#reach(at, this.#said.language.automaton.start, beginning(this.#said.bent, at))
  }

  #endingAt(to: number): readonly Match[] {
    return [...(this.#at[to] ?? [])].flatMap(([state, path]) =>
      state.meaning === null ? [] : [{ ...path, to, meaning: state.meaning }],
    )
  }

  #reach(at: number, state: State, path: Path): void {
    const states = (this.#at[at] ??= new Map())
    const known = states.get(state)
    if (known === undefined || isBetter(path, known)) states.set(state, path)
  }

  #step(at: number, state: State, path: Path): void {
    const token = this.#said.tokens[at]
    if (token === undefined) return
    const { length } = token.text
    for (const to of state.words.get(token.text) ?? [])
      this.#reach(at + 1, to, { ...path, strength: path.strength + length, fixed: path.fixed + length })
    if (isSoft(token, this.#said.language)) this.#reach(at + 1, state, { ...path, skipped: path.skipped + 1 })
    if (this.#slips) this.#bend(at, state, path)
    for (const { slot, to } of state.slots) {
      if (slot === 'text') {
        if (this.#takesText) this.#leave(at, to, path)
      } else
        for (const span of this.#spansAt(slot, at))
          if (span.end <= this.#to)
            this.#reach(span.end, to, filled(path, span, lettersBetween(this.#said, at, span.end)))
    }
  }

  #bend(at: number, state: State, path: Path): void {
    const { tokens, language, bends } = this.#said
    const text = tokens[at]?.text ?? ''
    // A word that the language knows is meant as such, and so is one of what there is: "Kleber" is no "klebe".
    if (language.lexicon.known.has(text) || language.soft.has(text) || this.#isNamed(text)) return
    const [soft] = bends.of(text, language.softLexicon)
    if (soft !== undefined && soft.cost <= likely && text.length > 2)
      this.#reach(at + 1, state, {
        ...path,
        cost: path.cost + soft.cost,
        bent: Math.max(path.bent, soft.cost / soft.word.length),
        skipped: path.skipped + 1,
      })
    for (const { word, cost } of bends.of(text, language.lexicon)) {
      for (const to of state.words.get(word) ?? [])
        this.#reach(at + 1, to, {
          ...path,
          cost: path.cost + cost,
          bent: Math.max(path.bent, cost / Math.min(text.length, word.length)),
          strength: path.strength + word.length,
          fixed: path.fixed + word.length,
        })
    }
  }

  #isNamed(text: string): boolean {
    const { steps, options, outcomes, resources, timers } = this.#said
    const named: readonly Names<unknown>[] = [steps, options, outcomes, resources, timers]
    return named.some(({ lexicon }) => lexicon.known.has(text))
  }

  #spansAt(slot: SlotKind, at: number): readonly Span[] {
    const { spans } = this.#said
    const key = `${slot} ${at} ${this.#slips}`
    const known = spans.get(key) ?? spansAt(this.#said, slot, at, this.#slips)
    spans.set(key, known)
    return known
  }

  /** Free text takes what is left, or whatever comes before the template goes on. */
  #leave(at: number, to: State, path: Path): void {
    const { tokens, language } = this.#said
    const isFilled = path.fills.some(slots => Object.keys(slots).length > 0)
    const reached =
      (isFilled ? null : announcedIn(this.#said, path.from, at)) ?? overSoftToMark(this.#said, at, this.#to)
    const isNote = to.meaning !== null && ruleOf(to.meaning).intent === 'add_note'
    const begin = reached === at && isNote ? withOpening(this.#said, path.from, at) : reached
    const opens = isNote && phraseAt(language.opensText, tokens, begin) !== undefined
    const leads = !opens && begin + 1 < this.#to && language.beforeText.has(tokens[begin]?.text ?? '')
    const from = leads ? begin + 1 : begin
    const last = to.words.size === 0 && to.slots.length === 0
    const start = startOf(this.#said, from)
    for (let end = last ? this.#to : from + 1; end <= this.#to; end += 1) {
      // Amid a template an article alone names nothing: "stell den Timer".
      if (!last && tokens.slice(from, end).every(token => isSoft(token, language))) continue
      const text = textUpTo(this.#said, start, end)
      this.#reach(end, to, {
        ...path,
        fills: path.fills.map(slots => ({ ...slots, text })),
        strength: path.strength + ofText * lettersBetween(this.#said, at, end),
      })
    }
  }
}

/** Every template that fits the words from one token up to another, with or without slips. */
export function matches(said: Said, from: number, to: number, slips: boolean): readonly Match[] {
  return new Reader(said, to, slips).read(from)
}

/** Every template that fits some words of what was said, wherever they stand. */
export function matchesAnywhere(said: Said, slips: boolean): readonly Match[] {
  return new Reader(said, said.tokens.length, slips).readAnywhere()
}
