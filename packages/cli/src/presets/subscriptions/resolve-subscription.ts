import { notFound, usageError } from '../../command-line/cli-error.ts'
import { matchesOf } from '../../command-line/pick-by-name.ts'
import { cleanLine } from '../../terminal/clean-text.ts'
import type { Subscription, Subscriptions } from './subscriptions-file.ts'

const listed = (subscriptions: readonly Subscription[]): string =>
  subscriptions.map(({ name }) => `“${cleanLine(name)}”`).join(', ')

/** The subscription that a person names by the beginning of its name. */
export function resolveSubscription(text: string, { subscriptions }: Subscriptions): Subscription {
  const found = matchesOf(text, subscriptions)
  const [first] = found
  if (first === undefined) {
    const others = subscriptions.length === 0 ? '' : ` You have ${listed(subscriptions)}.`
    throw notFound(`You have no subscription whose name begins with “${cleanLine(text)}”.${others}`)
  }
  if (found.length === 1) return first
  throw usageError(`“${cleanLine(text)}” fits ${listed(found)}. Give more of the name.`)
}
