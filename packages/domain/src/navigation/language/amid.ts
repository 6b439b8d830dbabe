import type { State } from './automaton.ts'
import { certain, distinct, readingsOf } from './candidates.ts'
import { exactOnly, type Reading, reads } from './intent.ts'
import { type CompiledLanguage, isSoft } from './language.ts'
import { type Match, matchesAnywhere } from './match.ts'
import { ruleOf } from './meaning.ts'
import type { Said } from './spans.ts'
import type { Token } from './tokens.ts'

/** Fewer letters of a command are chance in the middle of other words. */
const least = 6
/** A command that does something may be short. Letters. */
const leastDoing = 4
/** Of a sentence of which this much is a command the rest hardly matters to what only tells. */
const most = 0.6

const lettersOf = (tokens: readonly Token[]) => tokens.reduce((sum, { text }) => sum + text.length, 0)

/** A command that stands in the middle of other words, the likeliest first. */
export interface Amid {
  readonly readings: readonly Reading[]
  /** Whether it is parted from the rest by marks or joints, or is most of what was said. */
  readonly stands: boolean
  /** Whether a "not" may belong to it: one in another clause denies nothing that is told. */
  readonly denied: boolean
}

/** Commands within talk that is about something else. They may be told, or asked about; never done. */
export function amidTalk(said: Said, slips: boolean): Amid | null {
  const all = matchesAnywhere(said, slips).filter(({ meaning, fixed, fills, cost }) => {
    const { says, sort, intent } = ruleOf(meaning)
    // A word that resembles one of loss, in talk about something else, is chance, and so is what would be an answer.
    const isMeant = (cost === 0 || !exactOnly.has(intent)) && intent !== 'yes' && intent !== 'no'
    return isMeant && sort === 'named' && !says.includes('text') && fixed >= leastDoing && fills.length > 0
  })
  const found = all.filter(({ fixed }) => fixed >= least).toSorted((one, other) => weightOf(other) - weightOf(one))
  const [best] = found
  if (best === undefined) return null
  const isApart = ({ from, to }: Match) => to <= best.from || from >= best.to
  const heard = distinct(
    [best, ...found.filter(isApart)].flatMap(match =>
      readingsOf(match, said).filter(({ confidence }) => confidence >= certain),
    ),
  )
  // "C'est long encore": what is asked again is asked.
  const others = heard.filter(({ intent }) => intent !== 'repeat')
  const readings = others.length === 1 && others.every(({ intent }) => reads.has(intent)) ? others : heard
  if (readings.length === 0) return null
  const { tokens, language } = said
  const last = clauseEnd(said, best.to)
  const isPart = isBetween(said, best.from) && isBetween(said, last)
  // "Skip 3 steps" is no question for the steps, however much of it they are.
  const isMost =
    lettersOf(tokens.slice(best.from, isMarked(said, last) ? last : best.to)) >= most * lettersOf(tokens) &&
    !all.some(
      ({ from, to, cost, meaning }) =>
        from === 0 && to <= best.from && cost === 0 && !reads.has(ruleOf(meaning).intent),
    )
  const own = isParted(said, best.from) && isParted(said, last) ? tokens.slice(best.from, last) : tokens
  const stands = readings.length === 1 && (isMost || isPart)
  return {
    readings: (stands ? readings : heard).slice(0, 3),
    stands,
    denied: own.some(({ text }) => language.negations.has(text)),
  }
}

const weightOf = ({ strength, cost, skipped }: Match) => strength - 3 * cost - skipped

/** Where the clause ends of which the words up to a token were read: words without weight that follow belong to it. */
function clauseEnd(said: Said, to: number): number {
  const { tokens, language } = said
  let last = to
  while (
    last < tokens.length &&
    !isBetween(said, last) &&
    tokens.slice(last, last + 1).every(each => isSoft(each, language))
  )
    last += 1
  return last
}

/** A sentence without what is told beside a command: "the glue is dry now, what comes next". Nothing is left if that is all. */
export function withoutAsides(said: Said): Said {
  const { tokens, language } = said
  const kept: Token[] = []
  let mark = false
  const goesWith = (token: Token) => isSoft(token, language) || language.binds.has(token.text)
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (token === undefined) break
    // What stands after "if" or "no" tells nothing.
    const before = kept.at(-1)?.text ?? ''
    const isOpen = token.afterMark || !(language.hinders.has(before) || language.negations.has(before))
    const end = isOpen ? asideAt(said, at) : null
    mark ||= token.afterMark
    if (end === null) {
      kept.push(mark && !token.afterMark ? { ...token, afterMark: true } : token)
      mark = false
    } else {
      // "Okay so the glue is dry": what leads to an aside goes with it, and nothing that a mark parts from it.
      while (!token.afterMark && kept.length > 0 && kept.slice(-1).every(goesWith)) kept.pop()
      mark = true
    }
    at = end === null ? at + 1 : withItsClose(said, end)
  }
  if (kept.length === tokens.length) return said
  const isAll = kept.every(token => isSoft(token, language))
  return { ...said, tokens: isAll ? [] : kept, spans: new Map() }
}

/** What closes the clause of an aside goes with it, too: "llegó la clienta ya, párale". */
function withItsClose(said: Said, end: number): number {
  let at = end
  while (at < said.tokens.length && isMarked(said, at + 1) && binds(said.tokens[at], said.language)) at += 1
  return at
}

const binds = (token: Token | undefined, { binds: words }: CompiledLanguage): boolean =>
  token !== undefined && !token.afterMark && words.has(token.text)

const isMarked = ({ tokens }: Said, at: number): boolean =>
  at <= 0 || at >= tokens.length || tokens[at]?.afterMark === true

/** Whether nothing but a mark stands there, and no aside that was left out. */
const isParted = (said: Said, at: number): boolean => {
  const [before, after] = [said.tokens[at - 1], said.tokens[at]]
  const gap = before && after ? said.original.slice(before.end, after.start) : ''
  return isMarked(said, at) && !/[\p{L}\p{N}]/u.test(gap)
}

/** Where one clause ends and another may begin. */
function isBetween(said: Said, at: number): boolean {
  const { tokens, language } = said
  if (isMarked(said, at)) return true
  return [at - 1, at].some(each => {
    const text = tokens[each]?.text ?? ''
    return language.joins.has(text) || language.ends.has(text)
  })
}

/** Where the longest aside ends that begins at a token, and that no "not" follows: "Kleber klebt nicht". What has a "not" is one as a clause of its own alone: "no rush". */
function asideAt(said: Said, from: number): number | null {
  const { tokens, language } = said
  let negated = false
  let end: number | null = null
  let states: readonly State<'aside'>[] = [language.asides.start]
  for (let next = from; next < tokens.length; next += 1) {
    const token = tokens[next]
    if (token === undefined) break
    const to = states.flatMap(state => state.words.get(token.text) ?? [])
    const isSkipped = next > from && isSoft(token, language)
    if (to.length === 0 && !isSkipped) break
    // What has no weight may be skipped, also where another aside has that very word.
    states = [...new Set(isSkipped ? [...to, ...states] : to)]
    negated ||= language.negations.has(token.text)
    const isWhole = to.some(({ meaning }) => meaning !== null)
    const isDenied = !isBetween(said, next + 1) && language.negations.has(tokens[next + 1]?.text ?? '')
    if (isWhole && !isDenied && (!negated || (isBetween(said, from) && isBetween(said, next + 1)))) end = next + 1
  }
  return end
}
