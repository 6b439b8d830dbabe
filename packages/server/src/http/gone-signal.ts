import type { FastifyReply } from 'fastify'

/** Aborted when the one who asked is gone before the answer. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  const tell = () => {
    if (!raw.writableFinished) controller.abort()
  }
  if (raw.closed) tell()
  else raw.once('close', tell)
  return controller.signal
}
