import { isSamePass, passOf } from '@hidesync/domain/executions/step-pass'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { StepPass } from '@hidesync/domain/executions/step-row-changes'
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
  /** The step that was in view once it was answered: what can be pressed instead of words is meant for it. */
  readonly offered_at: StepPass | null
  readonly answer: ShownAnswer
}

/** The step that a run is at, in the pass that it is in. */
export const passInView = (state: ExecutionState): StepPass | null =>
  state.current_step_id === null ? null : passOf(state, state.current_step_id)

/** Whether what an answer offers to press still means what it meant. */
export const isOffered = ({ offered_at }: Exchange, state: ExecutionState): boolean =>
  isSamePass(offered_at, passInView(state))

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
