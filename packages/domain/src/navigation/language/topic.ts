import { type Candidates, isSure } from './candidates.ts'
import type { Slots } from './intent.ts'
import { commandsIn } from './sentence.ts'
import { type Said, saidOf } from './spans.ts'
import { clausesOf } from './talk.ts'

const names: readonly (keyof Slots)[] = ['step_id', 'option_id', 'outcome_id', 'resource_id', 'timer_id']

const namesThing = ({ readings }: Candidates): boolean =>
  readings.every(({ slots }) => names.some(name => slots[name] !== undefined))

/**
 * What is named at the front and taken up by what is said of it is what that is about: "la teinture, mets-la en pause" is read as "mets-la
 * en pause la teinture". Null where that is no plain command about one thing, or where the front is one by itself.
 */
export function aboutTopic(said: Said): readonly Candidates[] | null {
  const [topic, comment, ...others] = clausesOf(said)
  if (topic === undefined || comment === undefined || others.length > 0) return null
  if (commandsIn(topic, 'exact') !== null) return null
  const [command, ...more] = commandsIn(saidOf(`${comment.original} ${topic.original}`, said), 'exact') ?? []
  const isOne = command !== undefined && more.length === 0 && isSure(command) && !command.text && namesThing(command)
  return isOne ? [command] : null
}
