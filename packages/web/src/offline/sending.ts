import { ApiError } from '@hidesync/contract/client'
import type { QueuedCommand } from '@hidesync/domain/executions/offline/queued-command'
import type { Session } from '../app/session.ts'
import type { PackedRun } from './packed-run.ts'

/** So many at a time: what is judged is judged, if the connection breaks again. */
const batch = 20

export const batchOf = ({ play }: PackedRun): readonly QueuedCommand[] => play.queue.slice(0, batch)

/** Nobody is signed in: what waits goes on waiting. */
class Paused extends Error {}

export const isPaused = (error: unknown): boolean =>
  error instanceof Paused || (error instanceof ApiError && error.status === 401)

export const isUnreachable = (error: unknown): boolean => error instanceof ApiError && error.status === 0

/** Whether sending the same again cannot help. */
export const isFinal = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 408, 429].includes(error.status) &&
  error.code !== 'execution.conflict'

/** A call waits for its person to sign in again; whoever has others waiting behind the call must not. */
export async function whileSignedIn<T>({ status }: Session, call: Promise<T>): Promise<T> {
  let stop: () => void = () => undefined
  const left = new Promise<never>((_, reject) => {
    const look = () => {
      if (['expired', 'signed_out'].includes(status.get())) reject(new Paused())
    }
    stop = status.subscribe(look)
    look()
  })
  try {
    return await Promise.race([call, left])
  } finally {
    stop()
    call.catch(() => undefined)
  }
}
