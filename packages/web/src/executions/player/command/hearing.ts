import { reads, type Understanding, type Vocabulary } from '@hidesync/domain/navigation/language/intent'
import type { Language } from '@hidesync/domain/text/language'

/** A sentence for the listener: what was said, what can be named, and the languages to try, the likeliest first. */
export interface Utterance {
  readonly text: string
  readonly vocabulary: Vocabulary
  readonly languages: readonly Language[]
}

/** What was understood, and in which language. */
export interface Heard {
  readonly language: Language
  readonly understanding: Understanding
}

/** Whether what was heard changes something. */
export const isWrite = ({ understanding }: Heard): boolean =>
  understanding.kind === 'understood' && understanding.readings.some(({ intent }) => !reads.has(intent))

export type ListenerRequest =
  | { readonly type: 'listen'; readonly id: number; readonly utterance: Utterance }
  /** Makes a language ready, so that the first sentence need not wait for it. */
  | { readonly type: 'prepare'; readonly language: Language }

export interface ListenerAnswer {
  readonly id: number
  /** Null: a language could not be loaded. */
  readonly heard: Heard | null
}
