import { useState } from 'react'
import { uuidV7 } from './uuid-v7.ts'

export interface AskKey {
  /** The idempotency key for what is asked: the same one again until it is done, another once something else is asked. */
  readonly of: (asked: unknown) => string
  /** The answer has come: to ask the same is to want it twice. */
  readonly done: () => void
}

/** Asking again after a lost answer does nothing twice. */
export function createAskKey(): AskKey {
  let last: { readonly asked: string; readonly key: string } | null = null
  return {
    of: asked => {
      const text = JSON.stringify(asked)
      if (last?.asked !== text) last = { asked: text, key: uuidV7() }
      return last.key
    },
    done: () => (last = null),
  }
}

/** The key of what a component asks of the server. */
export function useAskKey(): AskKey {
  const [key] = useState(createAskKey)
  return key
}
