import type { Intent, Reading, Slots } from './intent.ts'
import { isSoft } from './language.ts'
import { matchesAnywhere } from './match.ts'
import { type Named, type Names, namesAt } from './names.ts'
import type { Said } from './spans.ts'

interface Mention {
  readonly reading: Reading
  readonly coverage: number
}

/** What is done to one timer of several. */
export const ofTimers: ReadonlySet<Intent> = new Set(['pause_timer', 'resume_timer', 'extend_timer', 'stop_timer'])

/** What one asks back with when a sentence only names something. */
const confidence = 0.5
/** Less of a name than this is chance; where a word of it had to be bent, less than most of it. */
const least = 0.3
const leastBent = 0.7
/** Half of a name beside a command makes one wonder which was meant. */
const leastBeside = 0.45

function best<Id>(said: Said, names: Names<Id>, toReading: (id: Id) => Reading): readonly Mention[] {
  let found: Named<Id> | null = null
  for (let at = 0; at < said.tokens.length; at += 1)
    for (const named of namesAt(names, said, at, true))
      if (named.coverage >= (named.cost > 0 ? leastBent : least) && named.coverage > (found?.coverage ?? 0))
        found = named
  if (found === null) return []
  const { coverage, ids } = found
  return ids.map(id => ({ reading: toReading(id), coverage }))
}

const reading = (intent: Reading['intent'], slots: Slots): Reading => ({
  intent,
  slots,
  confidence,
  match: 'paraphrase',
})

/** Whether half of the name of a step was said that is not the one in view. */
export const namesAnotherStep = (said: Said): boolean =>
  best(said, said.steps, step_id => reading('goto', { step_id })).some(
    ({ coverage, reading: { slots } }) => coverage >= leastBeside && slots.step_id !== said.vocabulary.current_step_id,
  )

/** What is named word for word, be it by a part of the name. */
function called<Id>(said: Said, names: Names<Id>): readonly Id[] {
  const found = said.tokens.flatMap((_, at) => namesAt(names, said, at, false))
  return (
    found.reduce<Named<Id> | null>((one, other) => (other.coverage > (one?.coverage ?? 0) ? other : one), null)?.ids ??
    []
  )
}

/** Materials and tools that are named. */
export const thingsMentioned = (said: Said): readonly Slots[] =>
  called(said, said.resources).map(resource_id => ({ resource_id }))

/** What is done to the timer when one is named beside it: "the dye is dry, stop the timer". */
export function aboutTimer(reading: Reading, talk: Said): Reading {
  const [named, ...others] =
    ofTimers.has(reading.intent) && reading.slots.timer_id === undefined ? timersMentioned(talk) : []
  return named === undefined || others.length > 0
    ? reading
    : { ...reading, slots: { ...reading.slots, ...named.slots } }
}

/** A timer that is named, which tells of which timer is spoken beside it: "the dye is dry, stop the timer". */
export const timersMentioned = (said: Said): readonly Reading[] =>
  called(said, said.timers).map(timer_id => reading('list_timers', { timer_id }))

/** Whether it says no more than the name of a timer, or a part of it: what is said beside it is about that. */
export const isTimer = (said: Said): boolean => {
  const from = said.tokens.findIndex(token => !isSoft(token, said.language))
  return namesAt(said.timers, said, from, false).some(({ end }) =>
    said.tokens.slice(end).every(token => isSoft(token, said.language)),
  )
}

/** Fewer letters beside a number call it no step: "one", "no". */
const leastCalled = 4

/** The steps that are told by their number: "for step 10". */
export const stepsNumbered = (said: Said): readonly Slots[] =>
  matchesAnywhere(said, false)
    .filter(({ meaning, fixed }) => meaning === 'goto_bare' && fixed >= leastCalled)
    .flatMap(({ fills }) => fills.filter(({ step_number }) => step_number !== undefined))

/** What may have been meant by a sentence of which no more is clear than that it names something; the best named first. */
export function mentioned(said: Said): readonly Reading[] {
  return [
    ...best(said, said.options, option_id => reading('decide', { option_id })),
    ...best(said, said.outcomes, outcome_id => reading('select_outcome', { outcome_id })),
    ...best(said, said.steps, step_id => reading('goto', { step_id })),
    ...best(said, said.resources, resource_id => reading('report_shortage', { resource_id })),
  ]
    .toSorted((one, other) => other.coverage - one.coverage)
    .map(mention => mention.reading)
}
