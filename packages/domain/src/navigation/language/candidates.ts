import { amountAt } from './amounts.ts'
import { type Intent, reads, type Reading, type Slots } from './intent.ts'
import { isBetter, type Match, matches } from './match.ts'
import { type MeaningKey, ruleOf } from './meaning.ts'
import { thingsMentioned } from './mentions.ts'
import { isToldApart, type Names, thingsNamed } from './names.ts'
import type { Said } from './spans.ts'
import { phraseAt } from './phrases.ts'
import { isRequest } from './request.ts'
import { type Token, tokensOf } from './tokens.ts'

/** From here on a reading may be acted upon; below `doubtful` it is not worth asking about. */
export const certain = 0.75
export const doubtful = 0.45

/** What one command of a sentence may mean, the likeliest first. */
export interface Candidates {
  readonly readings: readonly Reading[]
  /** Whether the first of them may be taken without asking. */
  readonly clear: boolean
  /** Whether free text runs to its end. */
  readonly text: boolean
  readonly loose: boolean
  /** Whether it chooses by no more than a name: "machine stitching". */
  readonly bare: boolean
  /** Whether it is told of one of several things in words that are said once: a "not" belongs to all. */
  readonly listed?: boolean
  /** The token after its last. */
  readonly to: number
}

/** Whether it is beyond doubt. */
export const isSure = ({ clear, readings, loose }: Candidates): boolean =>
  clear && !loose && readings.every(({ confidence, match }) => match === 'exact' && confidence >= certain)

/** `untexted`: with slips, but without the templates that take free text, which would fit anything. */
export type Manner = 'exact' | 'fuzzy' | 'untexted' | 'asking'

const takesText = ({ meaning }: Match) => ruleOf(meaning).says.includes('text')

/** Slips weigh by the share of what was said that had to be bent. */
const perSlip = 1.1

/** Half of a name that also others bear: "leather", of an option, where steps and materials are called so as well. */
const ofShared = 0.3

/** A letter is no command word: "à mon poste" is hardly a step with "poste" in its name. Letters. */
const leastCommand = 2

/** What it takes off that only part of a name was said: little with a command word, or if that part tells what is meant. */
function ofPart({ fixed, coverage, meaning, fills }: Match, said: Said): number {
  if (coverage === 1) return 0
  const alone = 0.6 * (1 - coverage)
  const [option] = fills
  // "The leather is good" judges the work, and hardly the step of choosing it.
  if (ruleOf(meaning).slots.verdict !== undefined) return Math.max(ofShared, alone)
  if (option?.option_id === undefined || fills.length > 1 || ruleOf(meaning).intent !== 'decide')
    return fixed >= leastCommand ? 0.1 : alone
  const { options, steps, resources, outcomes } = said
  const isApart = isToldApart(options, option.option_id, [steps, resources, outcomes], said)
  return isApart ? 0.1 : Math.max(ofShared, alone)
}

function confidenceOf(match: Match, said: Said): number {
  const { cost, skipped, strength } = match
  const slips = cost === 0 ? 0 : Math.max((perSlip * cost) / Math.max(strength, 1), 0.75 * match.bent)
  const extra = Math.max(0, skipped - 2) * 0.02
  return Math.max(0, Number((1 - slips - Math.min(extra, 0.2) - ofPart(match, said)).toFixed(3)))
}

/** Free text takes anything, so that a slip in the words before it is not borne out by what follows: asked back. */
const ofTextAfterSlip = 0.7
/** A part of a name that may as well be another word bears nothing that is done: asked back. */
const ofVagueName = 0.7
/** Neither does a short word of which more than this share is another letter: "film" is no "fini". */
const mostBent = 0.2

/** What is announced by a colon is text, whatever it resembles and however the word before it was written. */
export const followsColon = ({ text }: Slots, { original }: Said): boolean =>
  text !== undefined && /:\s*$/.test(original.slice(0, original.indexOf(text)))

const inPieces: ReadonlySet<MeaningKey> = new Set(['usage_pieces', 'shortage_pieces'])

/** "Three of wax" says no unit where wax is weighed. */
const comesInPieces = ({ fills }: Match, { vocabulary }: Said): boolean =>
  fills.every(({ resource_id }) => {
    const unit = vocabulary.resources.find(({ id }) => id === resource_id)?.unit ?? null
    return unit === null || unit === 'piece'
  })

/** "A pocket is glued": whether one thing of a step is told that is about several. */
function tellsOfOne({ from, to, fills }: Match, { tokens, language, vocabulary }: Said): boolean {
  const names = fills.map(({ step_id }) => vocabulary.steps.find(({ id }) => id === step_id)?.name ?? null)
  const isOwn = (word: string) => names.every(name => name === null || language.wordsOf(name).includes(word))
  return tokens.slice(from, to).some(({ text }) => language.single.has(text) && !isOwn(text))
}

/** "Finish your tea", "that's it for me": whether it may speak of somebody rather than of the step in view. */
function speaksOfSomebody({ from, to, meaning }: Match, { tokens, original, language }: Said): boolean {
  const { intent, says } = ruleOf(meaning)
  if ((intent !== 'complete' && intent !== 'pause') || says.length > 0) return false
  const said = original.slice(tokens[from]?.start, tokens[to]?.start)
  const words = tokensOf(said, language.wording.spelling)
  // What a template itself says is part of a saying: "Bob's your uncle".
  const isOwn = ({ text }: Token) => language.lexicon.known.has(text) && !language.soft.has(text)
  const isOther = words.some(
    word => language.others.has(said.slice(word.start, word.end).toLowerCase()) && !isOwn(word),
  )
  const isForSomebody = words.some((_, at) => phraseAt(language.forWhom, words, at) !== undefined)
  if (intent === 'complete' && isOther) return true
  // "Finish it for me" asks for it, and tells nothing.
  const isTold =
    intent === 'pause' || [...words, ...tokens.slice(from, to)].some(({ text }) => language.auxiliaries.has(text))
  return isForSomebody && isTold && !isRequest({ tokens, language })
}

/** What a template says as it was filled, each thing that a name may stand for as one reading. */
export const readingsOf = (match: Match, said: Said): readonly Reading[] => {
  const { intent, slots } = ruleOf(match.meaning)
  const isDoubtful = match.cost > 0 && takesText(match) && !match.fills.every(fill => followsColon(fill, said))
  const isVague =
    ((match.vague || match.bent > mostBent) && !reads.has(intent)) ||
    (intent === 'complete' && tellsOfOne(match, said)) ||
    speaksOfSomebody(match, said) ||
    (inPieces.has(match.meaning) && !comesInPieces(match, said))
  const most = isDoubtful ? ofTextAfterSlip : isVague ? ofVagueName : 1
  const confidence = Math.min(most, confidenceOf(match, said))
  return match.fills.map(fill => ({
    intent: intent === 'list_resources' ? listOf(fill, said) : intent,
    slots: { ...slots, ...withoutOne(fill) },
    confidence,
    match: match.cost === 0 ? 'exact' : 'fuzzy',
  }))
}

/** What is measured is a material; what is merely there is a tool. */
function listOf({ resource_id }: Slots, { vocabulary }: Said): Intent {
  const resource = vocabulary.resources.find(({ id }) => id === resource_id)
  return resource === undefined ? 'list_resources' : resource.unit === null ? 'list_tools' : 'list_materials'
}

/** One step back is a step back. */
const withoutOne = (fill: Slots): Slots => {
  if (fill.count !== 1) return fill
  const { count: _, ...others } = fill
  return others
}

const slotsText = (slots: Slots) =>
  Object.entries(slots)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name} ${value}`)
    .join()

export const sameReading = (one: Reading, other: Reading): boolean =>
  one.intent === other.intent && slotsText(one.slots) === slotsText(other.slots)

export function distinct(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((reading, index) => readings.findIndex(each => sameReading(each, reading)) === index)
}

const sorts = { exact: ['named', 'loose'], fuzzy: ['named'], untexted: ['named'], asking: ['asks'] }
const fits = (match: Match, manner: Manner) =>
  sorts[manner].includes(ruleOf(match.meaning).sort) && !(manner === 'untexted' && takesText(match))

const chooses: ReadonlySet<Intent> = new Set(['decide', 'select_outcome'])
/** Fewer letters beside a name say nothing to do with it: "with the machine". */
const leastToChoose = 4
const isBare = ({ meaning, fixed }: Match) => chooses.has(ruleOf(meaning).intent) && fixed < leastToChoose

/** "Yes" also chooses an option that is called so; who waits for a yes knows which is meant. */
const withNamesake = (reading: Reading, namesake: Match): Reading => ({
  ...reading,
  slots: { ...namesake.fills[0], ...reading.slots },
})

const answers: ReadonlySet<Intent> = new Set(['yes', 'no'])

/** How near another reading may come before it has to be asked which was meant. */
const tooNear = 0.06

/** "The final inspection is okay" names the inspection, and passes it: what says more of the same is meant. */
function saysMore(match: Match, likeliest: Match, said: Said): boolean {
  if (match.cost > likeliest.cost || match.coverage < 1 || match.fills.length > 1 || takesText(match)) return false
  const [[more], [less]] = [readingsOf(match, said), readingsOf(likeliest, said)]
  if (more === undefined || less === undefined || more.intent !== less.intent) return false
  const slots = Object.entries(less.slots)
  return (
    Object.keys(more.slots).length > slots.length &&
    slots.every(([name, value]) => Object.entries(more.slots).some(each => each[0] === name && each[1] === value))
  )
}

/** "The glue is finished" tells of the glue as well as of the step that is called after it; "the oven is ready" of the oven to choose. */
function alsoTold(said: Said, from: number, to: number, told: Reading): readonly Reading[] {
  const words = { ...said, tokens: said.tokens.slice(from, to) }
  const named = <Id>(things: Names<Id>) => thingsNamed(things, said.steps, told.slots.step_id, words)
  return [
    ...named(said.resources).map(resource_id => ({
      ...told,
      intent: 'report_shortage' as const,
      slots: { resource_id },
    })),
    ...named(said.options).map(option_id => ({ ...told, intent: 'decide' as const, slots: { option_id } })),
  ]
}

/** "Give me the glue" may well ask for the glue, and not for how the step goes that is called after it. */
function alsoAskedFor(said: Said, from: number, to: number, told: Reading): readonly Reading[] {
  const words = { ...said, tokens: said.tokens.slice(from, to) }
  return thingsNamed(said.resources, said.steps, told.slots.step_id, words).map(resource_id => ({
    ...told,
    intent: listOf({ resource_id }, said),
    slots: { resource_id },
  }))
}

/** What is used or short by words of its own may be a thing that there is: "2 metres of thread on each side". */
function knownThings(told: Reading, said: Said, from: number, to: number): readonly Reading[] {
  const { text: _, ...slots } = told.slots
  if (told.intent !== 'record_usage' && told.intent !== 'report_shortage') return []
  const things = thingsMentioned({ ...said, tokens: said.tokens.slice(from, to), spans: new Map() })
  return things.map(thing => ({ ...told, slots: { ...slots, ...thing } }))
}

/** What the words from one token up to another mean as one command; null where no template fits. */
export function candidatesFor(said: Said, from: number, to: number, manner: Manner): Candidates | null {
  const found = matches(said, from, to, manner === 'fuzzy' || manner === 'untexted')
    .filter(match => fits(match, manner))
    .toSorted((one, other) => Number(isBetter(other, one)) - Number(isBetter(one, other)))
  const [likeliest] = found
  if (likeliest === undefined) return null
  const best = found.find(match => saysMore(match, likeliest, said)) ?? likeliest
  const [first, ...alternatives] = readingsOf(best, said)
  if (first === undefined) return null
  const text = takesText(best)
  const loose = ruleOf(best.meaning).sort === 'loose'
  const namesake = found.find(
    match => match.meaning === 'decide_bare' && match.coverage === 1 && match.cost === 0 && match.fills.length === 1,
  )
  const rivals: Reading[] = [...alternatives]
  let reading = first
  if (namesake !== undefined && namesake !== best && best.cost === 0) {
    if (answers.has(first.intent)) reading = withNamesake(first, namesake)
    else if (!reads.has(first.intent) || best.meaning !== 'decide') rivals.push(...readingsOf(namesake, said))
  }
  if (loose && first.slots.text !== undefined) rivals.push(...knownThings(first, said, from, to))
  if (best.meaning === 'complete_step' && best.coverage < 1) rivals.push(...alsoTold(said, from, to, first))
  if (best.meaning === 'instructions_step' && best.coverage < 1) rivals.push(...alsoAskedFor(said, from, to, first))
  if (best.cost > 0)
    for (const match of found.slice(1))
      if (text || !takesText(match))
        rivals.push(...readingsOf(match, said).filter(each => each.confidence > first.confidence - tooNear))
  const readings = distinct(loose ? [...rivals, reading] : [reading, ...rivals])
  const clear = readings.length === 1 && manner !== 'asking' && hasWhatItNeeds(reading, said)
  return { readings: readings.slice(0, 3), clear, text, loose, bare: isBare(best), to }
}

/**
 * A choice needs something to choose: "option 7" of two is asked back. A timer is not called like an amount: "from 5 to 10 minutes" says
 * two lengths.
 */
const hasWhatItNeeds = ({ intent, slots }: Reading, said: Said): boolean =>
  intent === 'decide'
    ? slots.option_id !== undefined
    : intent !== 'start_timer' || slots.text === undefined || !isAmount(slots.text, said)

/** "For 10 and another for 20 minutes" is the length of one more. */
function isAmount(text: string, { language }: Said): boolean {
  const tokens = tokensOf(text, language.wording.spelling)
  const end = amountAt({ tokens, original: text, language }, 0)?.end
  return end === tokens.length || (end !== undefined && language.joins.has(tokens[end]?.text ?? ''))
}
