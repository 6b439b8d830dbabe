import { intents, reads, type Intent, type Reading, type Slots, type Understanding, type Vocabulary } from './intent.ts'

/** A sentence that nobody understood, with what can be named. */
export interface Puzzle {
  readonly text: string
  readonly vocabulary: Vocabulary
}

/** What may be proposed: not an answer to an open question, which only the person can give. */
export const proposable: readonly Intent[] = intents.filter(intent => !['yes', 'no', 'unknown'].includes(intent))

const between = (value: unknown, from: number, to: number): boolean =>
  typeof value === 'number' && value >= from && value <= to

const whole = (value: unknown, from: number, to: number): boolean => Number.isInteger(value) && between(value, from, to)

const among = (value: unknown, things: readonly { readonly id: unknown }[]): boolean =>
  things.some(({ id }) => id === value)

type Check = (value: unknown, puzzle: Puzzle) => boolean

/** What each slot may hold; a slot without an entry does not compile. */
const fits: Readonly<Record<keyof Slots, Check>> = {
  step_id: (value, { vocabulary }) => among(value, vocabulary.steps),
  step_number: (value, { vocabulary }) => whole(value, 1, vocabulary.steps.length),
  option_id: (value, { vocabulary }) => among(value, vocabulary.options),
  outcome_id: (value, { vocabulary }) => among(value, vocabulary.outcomes),
  minutes: value => between(value, 1 / 60, 86_400),
  timer_id: (value, { vocabulary }) => among(value, vocabulary.timers),
  count: value => whole(value, 1, 100),
  verdict: value => value === 'pass' || value === 'fail',
  offset: value => value === 1 || value === -1,
  quantity: value => between(value, 0.000_001, 1_000_000),
  unit: (value, { vocabulary }) => typeof value === 'string' && vocabulary.resources.some(({ unit }) => unit === value),
  resource_id: (value, { vocabulary }) => among(value, vocabulary.resources),
  // Only the person's own words are ever kept as theirs.
  text: (value, { text }) => typeof value === 'string' && value.trim() !== '' && text.includes(value),
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function slotsOf(given: unknown, puzzle: Puzzle): Slots | null {
  if (given === undefined || given === null) return {}
  if (!isObject(given)) return null
  const stated = Object.entries(given).filter(([, value]) => value !== null)
  const sound = stated.every(([name, value]) => Object.hasOwn(fits, name) && fits[name as keyof Slots](value, puzzle))
  return sound ? Object.fromEntries(stated) : null
}

/**
 * What may be made of a guess that comes from outside, such as a language model's: nothing, unless all of it is sound. What only
 * tells something is taken; what would do something becomes a question, whoever asks for it.
 */
export function understandingOf(proposal: unknown, puzzle: Puzzle): Understanding {
  const unknown = { kind: 'unknown' } as const
  if (!isObject(proposal) || Object.keys(proposal).some(key => key !== 'intent' && key !== 'slots')) return unknown
  const intent = proposable.find(known => known === proposal['intent'])
  const slots = slotsOf(proposal['slots'], puzzle)
  if (intent === undefined || slots === null) return unknown
  const reading: Reading = { intent, slots, confidence: 0.5, match: 'paraphrase' }
  return { kind: reads.has(intent) ? 'understood' : 'unclear', readings: [reading] }
}
