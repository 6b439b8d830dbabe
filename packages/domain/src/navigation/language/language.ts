import { type Automaton, compile } from './automaton.ts'
import { type MeaningKey, meaningKeys } from './meaning.ts'
import { addPhrase, noPhrases, phraseAt, type Phrases } from './phrases.ts'
import { type Lexicon, lexiconOf } from './slips.ts'
import { parseTemplate, type Template } from './template.ts'
import { fold, pictures, type Spelling, type Token, tokensOf } from './tokens.ts'
import type { Sentences, Wording } from './wording.ts'

/** A language as sentences are read with it: its wording, folded and compiled once. */
export interface CompiledLanguage {
  readonly wording: Wording
  /** The words of a text, as they are compared. */
  readonly wordsOf: (text: string) => readonly string[]
  /** The words of a text that have weight, as the templates have them. */
  readonly fold: (text: string) => readonly string[]
  readonly heads: readonly string[]
  readonly soft: ReadonlySet<string>
  readonly softLexicon: Lexicon
  readonly negations: ReadonlySet<string>
  /** What turns a sentence round or makes it a thought: nothing else is to be taken for it, nor it for anything else. */
  readonly turning: Lexicon
  readonly auxiliaries: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly tellsDone: ReadonlySet<string>
  readonly single: ReadonlySet<string>
  /** As they are written, with their accents. */
  readonly titles: ReadonlySet<string>
  readonly others: ReadonlySet<string>
  readonly forWhom: Phrases<true>
  readonly stillNeeded: ReadonlySet<string>
  readonly questions: Phrases<true>
  readonly leadsOn: Phrases<true>
  readonly standsForTimer: ReadonlySet<string>
  /** What else a thing may be called that is named by a word. */
  readonly sameThings: ReadonlyMap<string, readonly string[]>
  readonly hinders: ReadonlySet<string>
  readonly harmless: Phrases<true>
  readonly actors: ReadonlySet<string>
  readonly reasons: Phrases<'reason' | 'perhaps'>
  readonly beforeText: ReadonlySet<string>
  readonly opensText: Phrases<true>
  readonly within: ReadonlySet<string>
  readonly joins: ReadonlySet<string>
  readonly ends: ReadonlySet<string>
  readonly amounts: CompiledAmounts
  readonly endings: readonly string[]
  readonly replaced: Phrases<readonly string[]>
  readonly hedges: Phrases<true>
  readonly asides: Automaton<'aside'>
  readonly smallTalk: Phrases<true>
  /** Words that belong to an aside beside them. */
  readonly binds: ReadonlySet<string>
  /** What may stand before a command, and whether it asks for it. */
  readonly openers: Phrases<'request' | 'wish'>
  readonly asks: Phrases<true>
  readonly plans: Phrases<'plan' | 'wish'>
  readonly tags: Phrases<true>
  readonly templates: readonly { readonly key: MeaningKey; readonly template: Template }[]
  readonly automaton: Automaton
  readonly lexicon: Lexicon
}

export interface CompiledAmounts {
  /** Every word that is part of an amount. */
  readonly lexicon: Lexicon
  readonly misheard: ReadonlyMap<string, string>
  readonly numbers: Phrases<number>
  readonly ordinals: Phrases<number>
  readonly ordinalEndings: ReadonlySet<string>
  readonly several: ReadonlySet<string>
  readonly fractions: Phrases<number>
  readonly andFractions: Phrases<number>
  readonly times: Phrases<number>
  readonly decimalPoint: ReadonlySet<string>
  readonly between: ReadonlySet<string>
  /** Minutes in each unit of time. */
  readonly timeUnits: ReadonlyMap<string, number>
  readonly durations: Phrases<number>
  readonly and: ReadonlySet<string>
  readonly units: ReadonlyMap<string, string>
}

const textsOf = (text: string, spelling: Spelling) => tokensOf(text, spelling).map(({ text: it }) => it)

function phrasesOf<T>(entries: Iterable<readonly [string, T]>, spelling: Spelling): Phrases<T> {
  const phrases = noPhrases<T>()
  for (const [words, value] of entries) addPhrase(phrases, textsOf(words, spelling), value)
  return phrases
}

function compileAmounts(wording: Wording): CompiledAmounts {
  const { amounts, spelling } = wording
  const set = (text: string) => new Set(textsOf(text, spelling))
  const table = (record: Readonly<Record<string, number>>) => phrasesOf(Object.entries(record), spelling)
  const timeUnits = new Map([
    ...[...set(amounts.hour)].map(word => [word, 60] as const),
    ...[...set(amounts.minute)].map(word => [word, 1] as const),
    ...[...set(amounts.second)].map(word => [word, 1 / 60] as const),
  ])
  const phrases = [amounts.ordinals, amounts.fractions, amounts.andFractions, amounts.times, amounts.durations]
  const words = [...amounts.numbers.map(([said]) => said), ...phrases.flatMap(table => Object.keys(table))]
  const parts = words.flatMap(said => textsOf(said, spelling))
  return {
    lexicon: lexiconOf([...parts, ...timeUnits.keys()], new Map(), wording.slips, new Set()),
    misheard: new Map(
      Object.entries(amounts.misheard).flatMap(([meant, heard]) =>
        textsOf(heard, spelling).map(word => [word, fold(meant, spelling)] as const),
      ),
    ),
    numbers: phrasesOf(amounts.numbers, spelling),
    ordinals: table(amounts.ordinals),
    ordinalEndings: set(amounts.ordinalEndings),
    several: set(amounts.several),
    fractions: table(amounts.fractions),
    andFractions: table(amounts.andFractions),
    times: table(amounts.times),
    decimalPoint: set(amounts.decimalPoint),
    between: set(amounts.between),
    timeUnits,
    durations: table(amounts.durations),
    and: set(amounts.and),
    units: new Map(
      Object.entries(amounts.units).flatMap(([code, words]) =>
        words.split(', ').map(word => [textsOf(word, spelling).join(' '), code] as const),
      ),
    ),
  }
}

/** A template that says no more than some phrases, each as a whole. */
const arePhrases = /^\(?[^()[\]{}<>]*\)?$/

/** Compiles a wording. Throws for a template that cannot be read, which is a fault of the wording. */
export function compileLanguage(wording: Wording): CompiledLanguage {
  const { spelling } = wording
  const words = (text: string) => textsOf(text, spelling)
  const replaced = phrasesOf(
    [
      ...[...wording.courtesies, ...wording.hedges].map(phrase => [phrase, [] as readonly string[]] as const),
      ...Object.entries(wording.sameAs).map(([said, meant]) => [said, words(meant)] as const),
    ],
    spelling,
  )
  const soft = new Set(words(wording.soft))
  const folded = (text: string): readonly string[] => {
    const all = replacePhrases(tokensOf(text, spelling), replaced).map(token => token.text)
    const weighty = all.filter(word => !soft.has(word))
    // What is soft elsewhere is all that is said by "okay".
    return weighty.length > 0 ? weighty : all
  }
  const lettersOf = (all: readonly string[]) => all.join('').length
  // "That is that" is none of what "is" alone says: where less is left than left out, it is taken as it is said.
  const wholly = (text: string): readonly string[] => {
    const all = replacePhrases(tokensOf(text, spelling), replaced).map(token => token.text)
    const weighty = folded(text)
    return 2 * lettersOf(weighty) > lettersOf(all) ? weighty : all
  }
  // An aside is taken as it is said: "well done" is none, where "well" has no weight.
  const literal = (text: string): readonly string[] => {
    const said = tokensOf(text, spelling)
    const kept = replacePhrases(said, replaced)
    // What is a courtesy anyway never gets here, and may as well stand in the list.
    return (kept.length > 0 ? kept : said).map(token => token.text)
  }
  const rules = new Map<string, Template>()
  for (const [name, text] of Object.entries(wording.rules)) rules.set(name, parseTemplate(text, rules, folded))
  // Where both fit, the plain ways come first.
  const templates = [wording.sentences, wording.colloquial].flatMap((sentences: Partial<Sentences>) =>
    meaningKeys.flatMap(key =>
      (sentences[key] ?? []).map(text => ({
        key,
        template: parseTemplate(text, rules, arePhrases.test(text) ? wholly : folded),
      })),
    ),
  )
  const automaton = compile(templates)
  const negations = new Set(words(wording.negations))
  return {
    wording,
    wordsOf: words,
    fold: folded,
    heads: words(wording.heads ?? ''),
    soft,
    softLexicon: lexiconOf(soft, new Map(), wording.slips, negations),
    negations,
    turning: lexiconOf([...negations, ...words(wording.hinders)], new Map(), wording.slips, new Set()),
    auxiliaries: new Set(words(wording.done.auxiliaries)),
    subjects: new Set(words(wording.done.subjects)),
    tellsDone: new Set(words(wording.done.tells)),
    single: new Set(words(wording.done.single)),
    titles: new Set(words(wording.titles ?? '')),
    others: new Set(wording.others.split(' ')),
    forWhom: phrasesOf(
      wording.forWhom.map(phrase => [phrase, true] as const),
      spelling,
    ),
    stillNeeded: new Set(words(wording.stillNeeded ?? '')),
    questions: phrasesOf(
      (wording.questions ?? []).map(phrase => [phrase, true] as const),
      spelling,
    ),
    leadsOn: phrasesOf(
      (wording.leadsOn ?? []).map(phrase => [phrase, true] as const),
      spelling,
    ),
    standsForTimer: new Set(words(wording.standsForTimer ?? '')),
    sameThings: new Map(
      wording.sameThings
        .map(words)
        .flatMap(group => group.map(word => [word, group.filter(each => each !== word)] as const)),
    ),
    hinders: new Set(words(wording.hinders)),
    harmless: phrasesOf(
      (wording.harmless ?? []).map(phrase => [phrase, true] as const),
      spelling,
    ),
    actors: new Set(words(wording.actors ?? '')),
    reasons: phrasesOf(
      [
        ...(wording.reasons ?? []).map(phrase => [phrase, 'reason'] as const),
        ...(wording.mayTellWhy ?? []).map(phrase => [phrase, 'perhaps'] as const),
      ],
      spelling,
    ),
    beforeText: new Set(words(wording.beforeText)),
    // As they stand once words were replaced.
    opensText: phrasesOf(
      (wording.opensText ?? []).map(phrase => [literal(phrase).join(' '), true] as const),
      spelling,
    ),
    within: new Set(words(wording.within)),
    joins: new Set(words(wording.joins)),
    ends: new Set(words(wording.ends)),
    amounts: compileAmounts(wording),
    endings: words(wording.endings).toSorted((one, other) => other.length - one.length),
    replaced,
    hedges: phrasesOf(
      wording.hedges.map(phrase => [phrase, true] as const),
      spelling,
    ),
    asides: compile(
      wording.asides.map(text => ({ key: 'aside' as const, template: parseTemplate(text, new Map(), literal) })),
    ),
    smallTalk: phrasesOf(
      wording.smallTalk.map(phrase => [phrase, true] as const),
      spelling,
    ),
    binds: new Set(words(wording.binds ?? '')),
    openers: phrasesOf(
      [
        ...wording.requests.map(phrase => [phrase, 'request'] as const),
        ...wording.openers.map(phrase => [phrase, 'wish'] as const),
      ],
      spelling,
    ),
    plans: phrasesOf(
      [
        ...wording.plans.map(phrase => [phrase, 'plan'] as const),
        ...wording.wishes.map(phrase => [phrase, 'wish'] as const),
      ],
      spelling,
    ),
    tags: phrasesOf(
      wording.tags.map(phrase => [phrase, true] as const),
      spelling,
    ),
    asks: phrasesOf(
      wording.asks.map(phrase => [phrase, true] as const),
      spelling,
    ),
    templates,
    automaton,
    lexicon: lexiconOf(automaton.words, singleWords(replaced, automaton.words), wording.slips, negations),
  }
}

/** Words that stand for one word of the templates. */
const singleWords = (replaced: Phrases<readonly string[]>, words: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map(
    [...replaced.next].flatMap(([said, { values }]) => {
      const [meant, ...others] = values.at(-1) ?? []
      return meant !== undefined && others.length === 0 && words.has(meant) ? [[said, meant] as const] : []
    }),
  )

/** Puts what the templates say in place of what is said in other ways. The replaced stand where the replacing stood. */
export function replacePhrases(tokens: readonly Token[], replaced: Phrases<readonly string[]>): readonly Token[] {
  const result: Token[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token === undefined) break
    const found = phraseAt(replaced, tokens, at)
    if (found === undefined) {
      result.push(token)
      at += 1
      continue
    }
    const last = tokens[found.end - 1] ?? token
    for (const [index, text] of found.value.entries())
      result.push({ text, start: token.start, end: last.end, afterMark: index === 0 && token.afterMark })
    at = found.end
  }
  return result
}

/** Words without weight, and pictures. */
export const isSoft = (token: Token, language: CompiledLanguage): boolean =>
  language.soft.has(token.text) || pictures(token)

/** A word without its ending, for loose comparison. */
export function stem(word: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (word.length - ending.length >= 3 && word.endsWith(ending)) {
      const rest = word.slice(0, -ending.length)
      return rest.at(-1) === rest.at(-2) ? rest.slice(0, -1) : rest
    }
  }
  return word
}
