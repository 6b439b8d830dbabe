import type { Slots } from './intent.ts'
import { shortestPart } from './names.ts'
import { type CompiledLanguage, isSoft, replacePhrases, stem } from './language.ts'
import { fold, type Spelling, type Token, tokensOf } from './tokens.ts'

/** A step as somebody tells that it is done: by its verb in that form, and something of what it is done to. */
interface Made {
  readonly step_id: number
  /** What the name has beside the verb, without endings. */
  readonly things: ReadonlySet<string>
  /** The verb as it stands in the name: "cut" tells and orders. */
  readonly verb: string
  /** The forms that tell that it is done, as words are compared. */
  readonly forms: ReadonlySet<string>
  /** The forms that tell as well that it is being done, as they are written: "colle", which "collé" may have been. */
  readonly now: ReadonlySet<string>
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
    const forms = done.formsOf(said.toLowerCase())
    const step: Made = {
      step_id: id,
      things,
      verb: verb.text,
      forms: new Set(forms.map(form => fold(form, spelling))),
      now: new Set(done.nowOf(said.toLowerCase()).flatMap(form => [form, fold(form, spelling)])),
    }
    for (const form of new Set(forms.flatMap(each => wordsOf(each).map(({ text }) => text)))) {
      const same = made.get(form)
      if (same === undefined) made.set(form, [step])
      else same.push(step)
    }
  }
  return made
}

interface Words {
  readonly tokens: readonly Token[]
  readonly original: string
  readonly language: CompiledLanguage
  readonly made: MadeSteps
}

/** Whether a form may tell that something is being done, or is another word that only stands for one that tells that it is done. */
const isNow = ({ forms, now }: Made, written: string, spelling: Spelling): boolean =>
  now.has(written) || !forms.has(fold(written, spelling))

/** What the words from a token on tell to be done, up to each end: "the pockets are glued", "ich habe die Fächer verklebt". */
export function madeAt(
  { tokens, original, language, made }: Words,
  from: number,
): readonly { readonly end: number; readonly fills: readonly Slots[] }[] {
  const found: { end: number; fills: readonly Slots[] }[] = []
  const things: string[] = []
  let verb: string | null = null
  let written = ''
  let told: readonly Made[] = []
  let isTold = false
  /** Of "je colle les poches" who does it, or the verb first: such a form needs a "have" or "are". */
  let isDoing = false
  // "Die Löcher sind vorgestochen" tells of the "Nahtlöcher".
  const isOf = (step: Made, thing: string) =>
    step.things.has(thing) ||
    (language.wording.compounds && thing.length >= shortestPart && [...step.things].some(each => each.endsWith(thing)))
  for (let at = from; at < tokens.length && made.size > 0; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    const { text } = token
    const steps: readonly Made[] | undefined = verb === null ? made.get(text) : undefined
    if (language.auxiliaries.has(text)) {
      isTold ||= language.tellsDone.has(text)
      isDoing ||= language.subjects.has(text)
    } else if (steps !== undefined) {
      verb = text
      written = original.slice(token.start, token.end).normalize('NFC').toLowerCase()
      isDoing ||= things.length === 0
      told = steps.filter(step => things.every(thing => isOf(step, thing)))
    } else if (!isSoft(token, language)) {
      const thing = stem(text, language.endings)
      things.push(thing)
      told = told.filter(step => isOf(step, thing))
    }
    if (things.length > mostThings || (verb !== null && told.length === 0)) break
    if (things.length === 0) continue
    const isOver = (step: Made) =>
      isTold || (step.verb !== verb && !(isDoing && isNow(step, written, language.wording.spelling)))
    const meant = told.filter(isOver).slice(0, 3)
    if (meant.length > 0) found.push({ end: at + 1, fills: meant.map(({ step_id }) => ({ step_id })) })
  }
  return found
}

/** No step is told with more words than this. */
const mostThings = 8
