import type { Language } from '@hidesync/domain/text/language'
import type { Heard, ListenerAnswer, ListenerRequest, Utterance } from './hearing.ts'

let worker: Worker | null = null
let count = 0
const waiting = new Map<number, (heard: Heard | null) => void>()

/** Sentences are read beside the page: making a language ready takes seconds on a small device, during which nothing may stand still. */
function listener(): Worker {
  if (worker !== null) return worker
  worker = new Worker(new URL('listener.worker.ts', import.meta.url), { type: 'module', name: 'listener' })
  worker.addEventListener('message', ({ data }: MessageEvent<ListenerAnswer>) => {
    waiting.get(data.id)?.(data.heard)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    worker = null
  })
  return worker
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
const send = (request: ListenerRequest) => listener().postMessage(request)

/** What a sentence means; null: it cannot be told here, as a language is missing that was never loaded. */
export function listen(utterance: Utterance): Promise<Heard | null> {
  const id = ++count
  return new Promise(resolve => {
    waiting.set(id, resolve)
    send({ type: 'listen', id, utterance })
  })
}

/** Makes ready for a language what takes long. */
export const prepareToListen = (language: Language): void => send({ type: 'prepare', language })
