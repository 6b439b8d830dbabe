import { ApiError } from '@hidesync/contract/client'
import type { Terminal } from '../../terminal/terminal.ts'

export interface Patience {
  readonly terminal: Terminal
  /** For how long to try again, milliseconds. */
  readonly patience: number
}

const shortest = 250
const longest = 5000
const passes = new Set([0, 408, 502, 503, 504])
const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

/** How long to wait before asking again; null: asking again would not help. */
function delayAfter(error: unknown, attempt: number): number | null {
  if (!(error instanceof ApiError)) return null
  if (error.status === 429) return (error.retryAfter ?? 1) * 1000
  return passes.has(error.status) ? Math.min(longest, shortest * 2 ** attempt) : null
}

/**
 * Makes a call, and makes the very same again while the server cannot be reached. The call has to be safe to repeat: a command carries one
 * `Idempotency-Key` through all its attempts, so that it takes effect once, whatever was lost on the way.
 */
export async function patiently<T>({ terminal, patience }: Patience, call: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience
  for (let attempt = 0; ; attempt += 1) {
    try {
      const result = await call()
      if (attempt > 0) terminal.err('The server is back.')
      return result
    } catch (error) {
      const delay = delayAfter(error, attempt)
      if (delay === null || Date.now() + delay > until) throw error
      if (attempt === 0) terminal.err('The server does not answer. Trying again; nothing that it confirmed is lost …')
      await pause(delay)
    }
  }
}
