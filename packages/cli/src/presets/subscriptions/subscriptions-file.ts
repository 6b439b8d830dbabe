import { PrivateFile, privatePath } from '../../files/private-file.ts'
import type { ContentMarks } from './content-marks.ts'

export interface Subscription {
  readonly name: string
  readonly url: string
  /** Thumbprint of the key that was accepted when subscribing: no other one counts. */
  readonly kid: string
  readonly subscribed_at: string
  readonly updated_at: string | null
}

/** An entry of a feed as it was taken over. */
export interface Taken {
  readonly workflow_id: number
  readonly modified: string
  readonly marks: ContentMarks
}

/** An import that was begun. Asked again with the same seed, the server gives the workflow that it made, or makes it. */
export interface Begun {
  readonly workflow_id: null
  readonly seed: string
}

export type Progress = Taken | Begun

export const isTaken = (progress: Progress | undefined): progress is Taken =>
  progress !== undefined && progress.workflow_id !== null

type ByKey<T> = Readonly<Record<string, T>>

export interface Subscriptions {
  readonly version: 1
  readonly subscriptions: readonly Subscription[]
  /** By address of the feed, by account, by entry. It outlives a subscription, so that a new one imports nothing twice. */
  readonly taken: ByKey<ByKey<ByKey<Progress>>>
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isSubscriptions = (value: unknown): value is Subscriptions => {
  const { version, subscriptions, taken } = (value ?? {}) as Partial<Subscriptions>
  return version === 1 && Array.isArray(subscriptions) && subscriptions.every(isObject) && isObject(taken)
}

/** The file of subscriptions, beside that of sign-ins. */
export class SubscriptionsFile extends PrivateFile<Subscriptions> {
  constructor(environment: Readonly<Record<string, string | undefined>>) {
    super(privatePath(environment, 'subscriptions.json'), {
      empty: { version: 1, subscriptions: [], taken: {} },
      isValid: isSubscriptions,
      code: 'cli.subscriptions',
      mend: 'delete it and subscribe again',
    })
  }
}

export const takenBy = ({ taken }: Subscriptions, url: string, account: string): ByKey<Progress> =>
  taken[url]?.[account] ?? {}

/** Where an entry went. */
export interface Place {
  readonly url: string
  readonly account: string
  readonly key: string
}

export function withTaken(all: Subscriptions, { url, account, key }: Place, entry: Progress): Subscriptions {
  const mine = { ...takenBy(all, url, account), [key]: entry }
  return { ...all, taken: { ...all.taken, [url]: { ...all.taken[url], [account]: mine } } }
}

/** `forget`: also what was imported, so that subscribing again imports it anew. */
export function withoutSubscription(all: Subscriptions, { url }: Subscription, forget: boolean): Subscriptions {
  const taken = Object.fromEntries(Object.entries(all.taken).filter(([one]) => !forget || one !== url))
  return { ...all, subscriptions: all.subscriptions.filter(one => one.url !== url), taken }
}

export const withSubscription = (all: Subscriptions, subscription: Subscription): Subscriptions => ({
  ...all,
  subscriptions: [...all.subscriptions.filter(({ url }) => url !== subscription.url), subscription],
})
