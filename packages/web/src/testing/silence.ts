import type { Conversation } from '../executions/player/command/use-conversation.ts'

/** A conversation in which nothing is said. */
export const silence: Conversation = {
  executionId: 1,
  exchanges: [],
  shown: null,
  putAway: () => undefined,
  isThinking: false,
  isBarOpen: false,
  openBar: () => undefined,
  closeBar: () => undefined,
  hear: () => Promise.resolve(null),
  reply: () => Promise.reject(new Error('Nobody speaks here.')),
  say: () => Promise.resolve(null),
}
