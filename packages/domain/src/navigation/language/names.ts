import { type CompiledLanguage, isSoft, replacePhrases, stem } from './language.ts'
import { type Bends, type Lexicon, lexiconOf, likely } from './slips.ts'
import { type Token, tokensOf } from './tokens.ts'

interface Name<Id> {
  readonly id: Id
  /** Its words that have weight, without their endings, and how often it says each. */
  readonly stems: ReadonlyMap<string, number>
  readonly words: ReadonlySet<string>
  readonly letters: number
  /** The word that says what it is, without its ending: "cement" of "Contact cement", "cire" of "Cire d'abeille". */
  readonly head: string
}

/** Names of one kind by their words, so that a name is found by its own length and not by how many there are. */
export interface Names<Id> {
  readonly byStem: ReadonlyMap<string, readonly Name<Id>[]>
  readonly lexicon: Lexicon
  /** What compounds there are for a word, looked up once: "Lederteile" for "Leder". */
  readonly compounds: Map<string, readonly Name<Id>[]>
  /** Whether one of them is to be chosen. */
  readonly areChoices: boolean
}

/** Names that fit some words said. */
export interface Named<Id> {
  readonly end: number
  /** The one meant, or the first few of those that might be. */
  readonly ids: readonly Id[]
  /** How much of the name was said, 0 to 1. */
  readonly coverage: number
  readonly cost: number
}

const nothing: ReadonlyMap<string, string> = new Map()
const noStems: ReadonlyMap<string, number> = new Map()

const withOneMore = (stems: ReadonlyMap<string, number>, own: string): ReadonlyMap<string, number> =>
  new Map(stems).set(own, (stems.get(own) ?? 0) + 1)

/** Indexes names, normalised as sentences are. */
export function indexNames<Id>(
  entries: readonly { readonly id: Id; readonly name: string }[],
  language: CompiledLanguage,
  areChoices = false,
): Names<Id> {
  const byStem = new Map<string, Name<Id>[]>()
  const words = new Set<string>()
  for (const { id, name } of entries) {
    const tokens = replacePhrases(tokensOf(name.slice(0, 200), language.wording.spelling), language.replaced)
    const weighty = tokens.filter(token => !isSoft(token, language))
    const said = (weighty.length > 0 ? weighty : tokens).map(({ text }) => text)
    const own = new Set(said)
    const stems = said.map(word => stem(word, language.endings)).reduce(withOneMore, noStems)
    const letters = [...stems.keys()].reduce((sum, each) => sum + each.length, 0)
    const head = [...stems.keys()].at(language.wording.headLast ? -1 : 0) ?? ''
    const indexed: Name<Id> = { id, stems, words: own, letters, head }
    for (const word of own) words.add(word)
    for (const each of stems.keys()) {
      const same = byStem.get(each)
      if (same === undefined) byStem.set(each, [indexed])
      else same.push(indexed)
    }
  }
  return {
    byStem,
    lexicon: lexiconOf(words, nothing, language.wording.slips, language.negations),
    compounds: new Map(),
    areChoices,
  }
}

/** A shorter word tells nothing of what it is part of. Letters. */
export const shortestPart = 4

/** How many names are offered when several fit. */
const offered = 3

/** Names that fit the words so far. */
interface Fitting<Id> {
  readonly names: readonly Name<Id>[] | null
  readonly letters: number
  readonly cost: number
  readonly stems: ReadonlyMap<string, number>
  readonly words: ReadonlySet<string>
  /** Whether for some word the names are not those that have it: "Garn" of "Leinengarn". */
  readonly inPart: boolean
}

/** A word as it may be taken: the names that have it, and what it took to find them. */
interface Way<Id> {
  readonly word: string
  readonly cost: number
  readonly names: readonly Name<Id>[]
  readonly inPart: boolean
}

function namedBy<Id>(fitting: Fitting<Id>, end: number): Named<Id> {
  const { stems, words, cost } = fitting
  const names = fitting.names ?? []
  const whole = names.filter(
    name => name.stems.size === stems.size && [...stems.keys()].every(each => name.stems.has(each)),
  )
  const literal = whole.filter(name => [...words].every(word => name.words.has(word)))
  const heads = names.filter(name => stems.has(name.head))
  const meant = [literal, whole, heads].find(some => some.length > 0) ?? names
  const [first] = meant
  const coverage = whole.length > 0 ? 1 : first === undefined ? 0 : fitting.letters / first.letters
  return { end, ids: meant.slice(0, offered).map(({ id }) => id), coverage: Math.min(1, coverage), cost }
}

function inCompounds<Id>(names: Names<Id>, word: string, endings: readonly string[]): readonly Name<Id>[] {
  if (word.length < shortestPart) return []
  const found = names.compounds.get(word)
  if (found !== undefined) return found
  const own = stem(word, endings)
  // "Nähen" may be the "Nähmethode", but "Ende" is hardly the "Endkontrolle".
  const begins = own.length < shortestPart && word.length - own.length < 2 ? word : own
  const holding = [...names.byStem].filter(([each]) => each.startsWith(begins) || each.endsWith(own))
  // "Ahle" is the end of "Nähahle", and none of "wählen"; nor is "Leber" one of "verkleben".
  const isPart = ({ words, stems }: Name<Id>) =>
    own.length >= shortestPart ||
    (begins !== word && [...stems.keys()].some(each => each.startsWith(begins))) ||
    [...words].some(each => each.startsWith(word) || each.endsWith(word))
  const compounds = [...new Set(holding.flatMap(([, of]) => of))].filter(isPart)
  names.compounds.set(word, compounds)
  return compounds
}

/** A name of which two words are said as one: "Kantenpolieren". */
function inOneWord<Id>(names: Names<Id>, word: string, endings: readonly string[]): readonly Name<Id>[] {
  for (let at = word.length - shortestPart; at >= shortestPart; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)].map(part => names.byStem.get(stem(part, endings)) ?? [])
    const both = (first ?? []).filter(name => second?.includes(name) === true)
    if (both.length > 0) return both
  }
  return []
}

/** Where things are told apart by it, the part of a compound that comes first names: "Handnaht" what is done by hand. */
function byFirstPart<Id>(names: Names<Id>, word: string, endings: readonly string[]): readonly Name<Id>[] {
  for (let length = word.length - shortestPart; length >= shortestPart; length -= 1) {
    const of = names.byStem.get(stem(word.slice(0, length), endings))
    if (of !== undefined) return of.length === 1 ? of : []
  }
  return []
}

function waysOf<Id>(
  names: Names<Id>,
  text: string,
  language: CompiledLanguage,
  slips: Bends | null,
): readonly Way<Id>[] {
  const of = (word: string) => names.byStem.get(stem(word, language.endings))
  const known = of(text) ?? []
  const compound = language.wording.compounds ? inCompounds(names, text, language.endings) : []
  const all = [...new Set([...known, ...compound])]
  const own = { word: text, cost: 0, names: all, inPart: all.length > known.length }
  // "Leim" is the "Kontaktkleber" as well.
  const same = (language.sameThings.get(text) ?? []).flatMap((word): readonly Way<Id>[] => {
    const whole = of(word) ?? []
    const named = whole.length > 0 || !language.wording.compounds ? whole : inCompounds(names, word, language.endings)
    return named.length === 0 ? [] : [{ word, cost: 0, names: named, inPart: whole.length === 0 }]
  })
  if (all.length > 0) {
    const isHead = (word: string, by: readonly Name<Id>[]) =>
      by.some(({ head }) => head === stem(word, language.endings))
    // "Wax" is the beeswax rather than the waxed thread.
    const isElse = compound.length === 0 && !known.some(({ words }) => words.has(text)) && !isHead(text, known)
    return [...(isElse ? same.filter(each => isHead(each.word, each.names)) : []), own]
  }
  if (same.length > 0) return same
  const joined = language.wording.compounds ? inOneWord(names, text, language.endings) : []
  if (joined.length > 0) return [{ word: text, cost: 0, names: joined, inPart: true }]
  const first = names.areChoices && language.wording.compounds ? byFirstPart(names, text, language.endings) : []
  if (first.length > 0) return [{ word: text, cost: 0, names: first, inPart: true }]
  if (slips === null) return []
  return slips
    .of(text, names.lexicon)
    .slice(0, 2)
    .map(({ word, cost }) => ({ word, cost, names: of(word) ?? [], inPart: false }))
}

/** One word of a name that was heard as two: "bees whacks". */
const inTwoWords = <Id>(
  names: Names<Id>,
  joined: string,
  language: CompiledLanguage,
  bends: Bends,
): readonly Way<Id>[] =>
  bends
    .of(joined, names.lexicon)
    .filter(({ cost }) => cost <= likely)
    .map(({ word, cost }) => ({
      word,
      cost,
      names: names.byStem.get(stem(word, language.endings)) ?? [],
      inPart: false,
    }))

/**
 * Whether some word said belongs to the name of this thing and to no name of others: "lacing" of "leather lacing", where steps speak
 * of leather.
 */
export function isToldApart<Id>(
  names: Names<Id>,
  id: Id,
  others: readonly Names<unknown>[],
  said: { readonly tokens: readonly Token[]; readonly language: CompiledLanguage; readonly bends: Bends },
): boolean {
  const { tokens, language } = said
  const namedBy = (of: Names<unknown>, text: string) =>
    waysOf(of, text, language, said.bends).flatMap(way => way.names.map(name => name.id))
  return tokens.some(({ text }) => {
    // "Mit" and "by" tell nothing.
    if (text.length < shortestPart) return false
    const own = new Set(namedBy(names, text))
    return own.size === 1 && own.has(id) && others.every(of => namedBy(of, text).length === 0)
  })
}

/** Of which things their own word is said where a step would be named by it: "glue", which a step is called after as well. */
export function thingsNamed<Id>(
  things: Names<Id>,
  steps: Names<number>,
  step: number | undefined,
  said: { readonly tokens: readonly Token[]; readonly language: CompiledLanguage },
): readonly Id[] {
  const { tokens, language } = said
  const words = tokens.filter(
    ({ text }) =>
      (text.length >= shortestPart || !language.wording.compounds) &&
      waysOf(steps, text, language, null).some(({ names }) => names.some(({ id }) => id === step)),
  )
  const isWord = ({ words: of, head }: Name<Id>, word: string) =>
    language.wording.compounds
      ? [...of].some(each => each.endsWith(word) && stem(each, language.endings) === head)
      : stem(word, language.endings) === head
  const named = words.map(({ text }) =>
    [text, ...(language.sameThings.get(text) ?? [])].flatMap(word =>
      (language.wording.compounds
        ? inCompounds(things, word, language.endings)
        : (things.byStem.get(stem(word, language.endings)) ?? [])
      ).filter(name => isWord(name, word)),
    ),
  )
  return named.every(some => some.length > 0) ? (named[0] ?? []).map(({ id }) => id) : []
}

/** The names that fit both, found from the shorter list where the words themselves tell. */
function common<Id>(before: Fitting<Id>, way: Way<Id>, own: string): readonly Name<Id>[] {
  const { names, stems } = before
  if (names === null) return way.names
  const times = (stems.get(own) ?? 0) + 1
  // "Join and sew sides and bottom": only a name that says a word again is meant by saying it again.
  if (times > 1) return names.filter(name => (name.stems.get(own) ?? 0) >= times)
  if (!way.inPart && names.length <= way.names.length) return names.filter(name => name.stems.has(own))
  if (!before.inPart) return way.names.filter(name => [...stems.keys()].every(each => name.stems.has(each)))
  const among = new Set(names)
  return way.names.filter(name => among.has(name))
}

function narrowed<Id>(before: Fitting<Id>, way: Way<Id>, language: CompiledLanguage): Fitting<Id> {
  const own = stem(way.word, language.endings)
  return {
    names: common(before, way, own),
    letters: before.letters + (before.stems.has(own) ? 0 : own.length),
    cost: before.cost + way.cost,
    stems: withOneMore(before.stems, own),
    words: new Set(before.words).add(way.word),
    inPart: before.inPart || way.inPart,
  }
}

const unnamed = { names: null, letters: 0, cost: 0, stems: noStems, words: new Set<string>(), inPart: false }

/**
 * What the words from a token on may name: by all words of a name or by some, in any order. With `slips` each unknown word may be
 * bent into one that names have.
 */
export function namesAt<Id>(
  names: Names<Id>,
  said: { readonly tokens: readonly Token[]; readonly language: CompiledLanguage; readonly bends: Bends },
  from: number,
  slips: boolean,
): readonly Named<Id>[] {
  const { tokens, language } = said
  const found: Named<Id>[] = []
  let fitting: Fitting<Id> = unnamed
  for (let at = from; at < tokens.length && names.byStem.size > 0; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    const isBetween = isSoft(token, language) || language.within.has(token.text)
    if (isBetween && !names.byStem.has(stem(token.text, language.endings))) {
      if (fitting.names === null) break
      continue
    }
    const before = fitting
    const fittingOf = (ways: readonly Way<Id>[]) =>
      ways.map(way => narrowed(before, way, language)).find(each => (each.names ?? []).length > 0)
    const own = fittingOf(waysOf(names, token.text, language, slips ? said.bends : null))
    const following = tokens[at + 1]
    const joined =
      own === undefined && slips && following?.afterMark === false
        ? fittingOf(inTwoWords(names, token.text + following.text, language, said.bends))
        : undefined
    const next = own ?? joined
    if (next === undefined) break
    fitting = next
    if (joined !== undefined) at += 1
    if ([...next.words].some(word => word.length > 2 || /\d/.test(word))) found.push(namedBy(next, at + 1))
  }
  return found
}
