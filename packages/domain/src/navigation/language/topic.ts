import { type Candidates, isSure } from './candidates.ts'
import { exactOnly, type Slots } from './intent.ts'
import { ofTimers } from './mentions.ts'
import { commandsIn } from './sentence.ts'
import { type Said, saidOf } from './spans.ts'
import { clausesOf } from './talk.ts'

const names: readonly (keyof Slots)[] = ['step_id', 'option_id', 'outcome_id', 'resource_id', 'timer_id']

/** Whether it is done to a thing that is named; what loses or books something, by the whole of its name. */
const isAboutThing = ({ readings }: Candidates): boolean =>
  readings.every(
    ({ intent, slots, confidence }) =>
      names.some(name => slots[name] !== undefined) && (confidence === 1 || !exactOnly.has(intent)),
  )

/** "The timer" starts one where nothing is said of it. */
export const isTimerAlone = ({ readings }: Candidates): boolean =>
  readings.every(({ intent, slots }) => intent === 'start_timer' && Object.keys(slots).length === 0)

const isOfTimer = ({ readings }: Candidates): boolean => readings.every(({ intent }) => ofTimers.has(intent))

/**
 * What is named at the front and taken up by what is said of it is what that is about: "la teinture, mets-la en pause" is read as "mets-la
 * en pause la teinture". Null where that is no plain command about one thing, or where the front is one by itself.
 */
export function aboutTopic(said: Said): readonly Candidates[] | null {
  const [topic, comment, ...others] = clausesOf(said)
  if (topic === undefined || comment === undefined || others.length > 0) return null
  const own = commandsIn(topic, 'exact')
  if (own !== null && !own.every(isTimerAlone)) return null
  const [command, ...more] = commandsIn(saidOf(`${comment.original} ${topic.original}`, said), 'exact') ?? []
  if (command === undefined || more.length > 0 || !isSure(command) || command.text) return null
  return (own === null ? isAboutThing(command) : isOfTimer(command)) ? [command] : null
}
