import type { Answer } from '@hidesync/domain/navigation/converse/answer'
import type { Intent, Slots } from '@hidesync/domain/navigation/language/intent'
import type { Language } from '@hidesync/domain/text/language'
import { createStore, type Store } from '../../../app/store.ts'
import { forgetSaid } from '../own-things.ts'

/** What a person says to the run: in words, or by pressing something that stands for it. */
export type Saying =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'meant'; readonly text: string; readonly intent: Intent; readonly slots: Slots }

/** An answer as it is shown: the run that it speaks of has moved on since. */
export type ShownAnswer = Omit<Answer, 'run'> & { readonly language: Language }

/** Something that was said, and what came of it. */
export interface Exchange {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly said: string
  /** The step that was in view. */
  readonly step_id: number | null
  /** How many commands the run had taken when the answer was given: beyond it a yes could mean something else. */
  readonly sequence: number
  readonly answer: ShownAnswer
}

/** More than this is not kept of one run. */
const mostKept = 200
const stores = new Map<string, Store<readonly Exchange[]>>()

/** What somebody said in a run since the app was opened, by the key of what they said, the oldest first. */
export function exchangesOf(key: string): Store<readonly Exchange[]> {
  const known = stores.get(key)
  if (known !== undefined) return known
  const made = createStore<readonly Exchange[]>([])
  stores.set(key, made)
  return made
}

export function keepExchange(key: string, exchange: Exchange): void {
  const store = exchangesOf(key)
  store.set([...store.get(), exchange].slice(-mostKept))
}

/** Whoever signs out leaves nothing of what they said to the next one. */
export function forgetTalk(): void {
  stores.clear()
  forgetSaid()
}
