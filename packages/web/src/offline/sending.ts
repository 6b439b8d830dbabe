import { ApiError } from '@hidesync/contract/client'
import type { QueuedCommand } from '@hidesync/domain/executions/offline/queued-command'
import type { Session } from '../app/session.ts'
import type { PackedRun } from './packed-run.ts'

/** So many at a time: what is judged is judged, if the connection breaks again. */
const batch = 20

export const batchOf = ({ play }: PackedRun): readonly QueuedCommand[] => play.queue.slice(0, batch)

/** Nobody is signed in, or somebody else: what waits goes on waiting. */
export class Paused extends Error {
  constructor() {
    super('Its person is not signed in any more.')
  }
}

export const isPaused = (error: unknown): boolean =>
  error instanceof Paused || (error instanceof ApiError && error.status === 401)

export const isUnreachable = (error: unknown): boolean => error instanceof ApiError && error.status === 0

/** It is gone, or not for this person any more. */
export const isNotTheirs = (error: unknown): boolean => error instanceof ApiError && [403, 404].includes(error.status)

/** Whether sending the same again cannot help. */
export const isFinal = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 408, 429].includes(error.status) &&
  // It names a time to try again, as where the first call with the same key is still under way.
  error.retryAfter === null &&
  error.code !== 'execution.conflict'

/**
 * A call waits for its person to sign in again; whoever has others waiting behind the call must not. It is given up with the session, so
 * that what one person did never goes out with the token of the next.
 */
export async function asPerson<T>(
  session: Session,
  owner: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const leaving = new AbortController()
  const left = new Promise<never>((_, reject) => {
    leaving.signal.addEventListener('abort', () => reject(new Paused()), { once: true })
  })
  left.catch(() => undefined)
  const look = () => {
    if (session.person() !== owner || ['expired', 'signed_out'].includes(session.status.get())) leaving.abort()
  }
  const stop = session.status.subscribe(look)
  try {
    look()
    if (leaving.signal.aborted) return await left
    const answer = call(leaving.signal)
    answer.catch(() => undefined)
    return await Promise.race([answer, left])
  } finally {
    stop()
  }
}
