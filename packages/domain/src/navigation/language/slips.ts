import type { SlipRules } from './wording.ts'

interface Entry {
  readonly word: string
  /** Which letters it has, as bits. */
  readonly letters: number
}

/** Words that slips may have been made of, with what makes a slip likely. */
export interface Lexicon {
  readonly known: ReadonlySet<string>
  /** What stands in the templates for a word that is said, where that is another one. */
  readonly standsFor: ReadonlyMap<string, string>
  readonly byLength: readonly (readonly Entry[] | undefined)[]
  readonly bySound: ReadonlyMap<string, readonly string[]>
  readonly near: ReadonlySet<string>
  readonly sounds: readonly (readonly [said: string, heard: string])[]
  /** Words that turn a sentence round are neither bent nor reached by bending. */
  readonly negations: ReadonlySet<string>
}

/** A word that may have been meant, and how much had to be bent for it: 1 is one arbitrary letter. */
export interface Bent {
  readonly word: string
  readonly cost: number
}

/** A slip that fingers or ears make often: the key beside, a letter doubled, two letters swapped, another spelling of a sound. */
export const likely = 0.6

function neighboursOn(rows: readonly string[]): ReadonlySet<string> {
  const near = new Set<string>()
  for (const [r, row] of rows.entries()) {
    for (const [c, key] of row.split('').entries()) {
      const below = rows[r + 1] ?? ''
      for (const other of [row[c + 1], below[c - 1], below[c]])
        if (other !== undefined) near.add(key + other).add(other + key)
    }
  }
  return near
}

const letterBits = (word: string): number => {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 32)
  return bits
}

const bitCount = (bits: number): number => {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

const soundsOf = (rules: SlipRules) =>
  rules.sounds.flatMap(group => {
    const [heard = '', ...spellings] = group.split(' ')
    return spellings.map(said => [said, heard === '-' ? '' : heard] as const)
  })

const heardAs = (word: string, sounds: Lexicon['sounds']): string => {
  let heard = word
  for (const [said, as] of sounds) heard = heard.replaceAll(said, as)
  return heard.replaceAll(/(.)\1/g, '$1')
}

/** Indexes words for `Bends`; `standsFor` says what some of them are taken for. */
export function lexiconOf(
  words: Iterable<string>,
  standsFor: ReadonlyMap<string, string>,
  rules: SlipRules,
  negations: ReadonlySet<string>,
): Lexicon {
  const known = new Set(words)
  const sounds = soundsOf(rules)
  const byLength: Entry[][] = []
  const bySound = new Map<string, string[]>()
  for (const word of new Set([...known, ...standsFor.keys()])) {
    if (word.length < 2 || /\d/.test(word) || negations.has(word) || negations.has(standsFor.get(word) ?? word))
      continue
    const heard = heardAs(word, sounds)
    const alike = bySound.get(heard)
    if (alike === undefined) bySound.set(heard, [word])
    else alike.push(word)
    if (word.length < 3) continue
    const same = (byLength[word.length] ??= [])
    same.push({ word, letters: letterBits(word) })
  }
  return { known, standsFor, byLength, bySound, near: neighboursOn(rules.keyboard), sounds, negations }
}

/** How much a word of this length may be bent: a likely slip, any one, or two. */
const bendable = (length: number): number => (length <= 3 ? likely : length <= 7 ? 1 : 2)

/** How much has to be bent to make one word of another; Infinity beyond the bound. */
function bending(said: string, meant: string, near: ReadonlySet<string>): number {
  const bound = bendable(Math.max(said.length, meant.length))
  if (Math.abs(said.length - meant.length) > bound) return Infinity
  let beforeLast: number[] = []
  let leastBefore = 0
  let last = Array.from({ length: meant.length + 1 }, (_, index) => index)
  for (let i = 1; i <= said.length; i += 1) {
    const row = [i]
    const letter = said[i - 1] ?? ''
    let least = i
    for (let j = 1; j <= meant.length; j += 1) {
      const other = meant[j - 1] ?? ''
      const wrong = letter === other ? 0 : near.has(letter + other) ? likely : 1
      const missing = other === meant[j - 2] ? likely : 1
      const extra = letter === said[i - 2] ? likely : 1
      const swapped =
        i > 1 && j > 1 && letter === meant[j - 2] && said[i - 2] === other
          ? (beforeLast[j - 2] ?? 0) + likely
          : Infinity
      const cost = Math.min((last[j] ?? 0) + extra, (row[j - 1] ?? 0) + missing, (last[j - 1] ?? 0) + wrong, swapped)
      row[j] = cost
      least = Math.min(least, cost)
    }
    // Two letters swapped lead from the row before the last to the next.
    if (Math.min(least, leastBefore + likely) > bound) return Infinity
    leastBefore = least
    beforeLast = last
    last = row
  }
  const cost = last[meant.length] ?? Infinity
  return cost <= bound ? cost : Infinity
}

/** "undone" is no slip of "done", nor "incomplete" of "complete": what is put before a word changes what it says. */
const saysMore = (said: string, meant: string) =>
  (said.length > meant.length + 1 && said.endsWith(meant)) || (meant.length > said.length + 1 && meant.endsWith(said))

const longest = 40

/** The words that may have been meant by one that is not known, as the templates have them, the likeliest first. */
function bentFrom(said: string, lexicon: Lexicon): readonly Bent[] {
  if (said.length < 2 || said.length > longest || lexicon.negations.has(said) || /\d/.test(said)) return []
  const letters = letterBits(said)
  const best = new Map<string, number>()
  const add = (word: string, cost: number) => {
    const meant = lexicon.standsFor.get(word) ?? word
    best.set(meant, Math.min(best.get(meant) ?? Infinity, cost))
  }
  for (const word of lexicon.bySound.get(heardAs(said, lexicon.sounds)) ?? []) add(word, likely)
  for (let length = Math.max(3, said.length - 2); length <= said.length + 2 && said.length > 2; length += 1) {
    for (const entry of lexicon.byLength[length] ?? []) {
      // A slip changes two letters at most; this spares nearly all words the closer look.
      const most = 2 * bendable(Math.max(length, said.length))
      if (bitCount(letters ^ entry.letters) > most || saysMore(said, entry.word)) continue
      const cost = bending(said, entry.word, lexicon.near)
      if (cost <= 2) add(entry.word, cost)
    }
  }
  return [...best]
    .map(([word, cost]) => ({ word, cost }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, 6)
}

/** What the words of one sentence may have been: looked up once, however often the sentence is read. */
export class Bends {
  readonly #found = new Map<Lexicon, Map<string, readonly Bent[]>>()

  of(said: string, lexicon: Lexicon): readonly Bent[] {
    const known = this.#found.get(lexicon) ?? new Map<string, readonly Bent[]>()
    this.#found.set(lexicon, known)
    const bent = known.get(said) ?? bentFrom(said, lexicon)
    known.set(said, bent)
    return bent
  }
}

/** Words written as one, taken apart: two or three that are known, the longest first; null if it is not made of such. */
export function takenApart(said: string, lexicon: Lexicon, parts = 3): readonly string[] | null {
  if (said.length > longest || parts < 1) return null
  const isWord = (word: string) => lexicon.known.has(word) || lexicon.standsFor.has(word)
  if (parts < 3 && isWord(said)) return [lexicon.standsFor.get(said) ?? said]
  for (let at = said.length - 2; at >= 2; at -= 1) {
    const first = said.slice(0, at)
    if (!isWord(first)) continue
    const rest = takenApart(said.slice(at), lexicon, parts - 1)
    if (rest !== null) return [lexicon.standsFor.get(first) ?? first, ...rest]
  }
  return null
}
