import type { Slots } from './intent.ts'
import { shortestPart } from './names.ts'
import { type CompiledLanguage, isSoft, replacePhrases, stem } from './language.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A step as somebody tells that it is done: by its verb in that form, and something of what it is done to. */
interface Made {
  readonly step_id: number
  /** What the name has beside the verb, without endings. */
  readonly things: ReadonlySet<string>
  /** The verb as it stands in the name: "cut" tells and orders. */
  readonly verb: string
}

/** Steps by the forms that tell that they are done: "verklebt" of "Fächer verkleben". */
export type MadeSteps = ReadonlyMap<string, readonly Made[]>

/** Indexes steps by what is done in them. */
export function indexMade(
  steps: readonly { readonly id: number; readonly name: string }[],
  language: CompiledLanguage,
): MadeSteps {
  const { spelling, done } = language.wording
  const wordsOf = (text: string) =>
    replacePhrases(tokensOf(text.slice(0, 200), spelling), language.replaced).filter(token => !isSoft(token, language))
  const made = new Map<string, Made[]>()
  for (const { id, name } of steps) {
    const words = name.split(/\s+/)
    const said = (done.verbLast ? words.at(-1) : words[0]) ?? ''
    const [verb, ...more] = wordsOf(said)
    if (verb === undefined || more.length > 0) continue
    const others = wordsOf(name).filter(({ text }) => text !== verb.text)
    const things = new Set(others.map(({ text }) => stem(text, language.endings)))
    for (const form of new Set(
      done.formsOf(said.toLowerCase()).flatMap(each => wordsOf(each).map(({ text }) => text)),
    )) {
      const same = made.get(form)
      if (same === undefined) made.set(form, [{ step_id: id, things, verb: verb.text }])
      else same.push({ step_id: id, things, verb: verb.text })
    }
  }
  return made
}

interface Words {
  readonly tokens: readonly Token[]
  readonly language: CompiledLanguage
  readonly made: MadeSteps
}

/** What the words from a token on tell to be done, up to each end: "the pockets are glued", "ich habe die Fächer verklebt". */
export function madeAt(
  { tokens, language, made }: Words,
  from: number,
): readonly { readonly end: number; readonly fills: readonly Slots[] }[] {
  const found: { end: number; fills: readonly Slots[] }[] = []
  const things: string[] = []
  let verb: string | null = null
  let told: readonly Made[] = []
  let isTold = false
  // "Die Löcher sind vorgestochen" tells of the "Nahtlöcher".
  const isOf = (step: Made, thing: string) =>
    step.things.has(thing) ||
    (language.wording.compounds && thing.length >= shortestPart && [...step.things].some(each => each.endsWith(thing)))
  for (let at = from; at < tokens.length && made.size > 0; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    const { text } = token
    const steps: readonly Made[] | undefined = verb === null ? made.get(text) : undefined
    if (language.auxiliaries.has(text)) isTold = true
    else if (steps !== undefined) {
      verb = text
      told = steps.filter(step => things.every(thing => isOf(step, thing)))
    } else if (!isSoft(token, language)) {
      const thing = stem(text, language.endings)
      things.push(thing)
      told = told.filter(step => isOf(step, thing))
    }
    if (things.length > mostThings || (verb !== null && told.length === 0)) break
    if (things.length === 0) continue
    const meant = told.filter(step => isTold || step.verb !== verb).slice(0, 3)
    if (meant.length > 0) found.push({ end: at + 1, fills: meant.map(({ step_id }) => ({ step_id })) })
  }
  return found
}

/** No step is told with more words than this. */
const mostThings = 8
