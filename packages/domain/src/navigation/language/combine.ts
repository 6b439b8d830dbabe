import { sameReading } from './candidates.ts'
import { type Intent, type Reading, reads } from './intent.ts'

/** What takes back what was said before it. */
const takesBack: ReadonlySet<Intent> = new Set(['no', 'undo', 'cancel'])
/** What cannot both be meant. */
const opposites: readonly (readonly [Intent, Intent])[] = [
  ['complete', 'fail'],
  ['complete', 'skip'],
  ['skip', 'fail'],
  ['pause', 'resume'],
  ['start_timer', 'stop_timer'],
  ['pause_timer', 'resume_timer'],
  // A timer is held, or the work.
  ['pause_timer', 'pause'],
  // Work is put aside, or given up.
  ['pause', 'cancel'],
  ['pause_timer', 'resume'],
  ['yes', 'no'],
  ['next', 'previous'],
]
/** "Five more minutes and it is finished" tells what will be, and so does "noch fünf Minuten, dann bin ich fertig". */
const willBe = (before: readonly Reading[], { intent }: Reading): boolean =>
  (intent === 'complete' || intent === 'status') && before.some(one => one.intent === 'extend_timer')

/** "First a break, then go on" tells what will be, and so does "une pause et on revient". */
const goesOnLater = (before: readonly Reading[], { intent, slots }: Reading): boolean =>
  (intent === 'next' || (intent === 'previous' && slots.count === undefined)) &&
  before.some(one => one.intent === 'pause')

/** What went wrong tells why something is taken back, or given up: "undo that, I botched it". */
const isWhy = (before: readonly Reading[], { intent }: Reading): boolean =>
  intent === 'fail' && before.some(one => one.intent === 'undo' || one.intent === 'cancel')

/** What may well be said twice and done twice. */
export const repeatable: ReadonlySet<Intent> = new Set(['next', 'previous'])

/** What goes on by itself: whoever says "next" beside it means the same. */
const goesOn: ReadonlySet<Intent> = new Set(['complete', 'resume'])

const startsAnew = ({ intent, slots }: Reading) => intent === 'start_timer' && slots.minutes !== undefined
const isOneTimer = (one: Reading) => one.slots.timer_id !== undefined || startsAnew(one)

/** What is said of different steps or timers is no contradiction: "stop the glue timer and start one of ten minutes". */
const areApart = (one: Reading, other: Reading) =>
  one.slots.step_id !== other.slots.step_id ||
  startsAnew(other) ||
  (one.slots.timer_id !== other.slots.timer_id && isOneTimer(one) && isOneTimer(other))

const areOpposites = (one: Reading, other: Reading) =>
  !areApart(one, other) &&
  opposites.some(
    ([first, second]) =>
      (one.intent === first && other.intent === second) || (one.intent === second && other.intent === first),
  )

const chooses: ReadonlySet<Intent> = new Set(['decide', 'select_outcome'])

/** "Pick the first and continue" goes on to the next: what is chosen was not paused. */
const goingOn = (reading: Reading, before: Reading | undefined): Reading =>
  reading.intent === 'resume' && before !== undefined && chooses.has(before.intent)
    ? { ...reading, intent: 'next' }
    : reading

/** "2 m of thread used, there is none left": of what was just used nothing is left. */
const ofWhatWasUsed = (reading: Reading, before: Reading | undefined): Reading => {
  const resource_id = before?.intent === 'record_usage' ? before.slots.resource_id : undefined
  const isBare = reading.intent === 'report_shortage' && Object.keys(reading.slots).length === 0
  return isBare && resource_id !== undefined ? { ...reading, slots: { resource_id } } : reading
}

/** Whether one reading says all that another says. */
const saysAsMuch = (one: Reading, other: Reading) =>
  one.intent === other.intent && sameReading(one, { ...other, slots: { ...one.slots, ...other.slots } })

const changes = ({ intent }: Reading) => !reads.has(intent) && intent !== 'yes' && intent !== 'no'

/**
 * Several commands as one intention: "yes, done" is done, "done, next" is done (completing moves on), what is said twice is meant once.
 * `isOrdered`: whether to go on is said in more than a word, "go to the next", and not only as what done steps lead to: "next".
 * Null if they contradict each other: "done, no wait, undo".
 */
export function combined(
  readings: readonly Reading[],
  { current, isOrdered }: { readonly current: number | null; readonly isOrdered: boolean },
): readonly Reading[] | null {
  for (const [index, reading] of readings.entries()) {
    const before = readings.slice(0, index)
    if (takesBack.has(reading.intent) && before.some(one => changes(one) && one.intent !== reading.intent)) return null
    if (before.some(one => areOpposites(one, reading)) || willBe(before, reading) || goesOnLater(before, reading))
      return null
    // Of a step that is named it may as well be told by itself: "undo that, gluing failed".
    if (reading.slots.step_id !== undefined && isWhy(before, reading) && before.some(one => one.intent === 'undo'))
      return null
  }
  const answered = readings.length > 1 ? readings.filter(({ intent }) => intent !== 'yes' && intent !== 'no') : readings
  const meant = answered.length > 0 ? answered : readings.slice(0, 1)
  const goals = meant.map((reading, index) => ofWhatWasUsed(goingOn(reading, meant[index - 1]), meant[index - 1]))
  // Completing moves on from the step in view alone: "the cutting is done, go to the next".
  const isElsewhere = ({ intent, slots }: Reading) =>
    intent === 'complete' && slots.step_id !== undefined && slots.step_id !== current
  return goals.filter((reading, index) => {
    // "How much thread do I need, once more": what is asked again is asked.
    if (reading.intent === 'repeat' && goals.some(({ intent }) => intent !== 'repeat')) return false
    if (reading.intent === 'next' && goesOn.has(goals[index - 1]?.intent ?? 'unknown'))
      return isOrdered && goals.slice(0, index).some(isElsewhere)
    // "Ya hice, puede continuar": completing goes on.
    if (reading.intent === 'resume' && goals[index - 1]?.intent === 'complete') return false
    if (isWhy(goals.slice(0, index), reading)) return false
    if (repeatable.has(reading.intent)) return true
    return !goals.some(
      (other, at) => at !== index && saysAsMuch(other, reading) && (at < index || !saysAsMuch(reading, other)),
    )
  })
}
