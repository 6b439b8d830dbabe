import { ApiError } from '@hidesync/contract/client'

export interface Patience {
  /** For how long to try again, milliseconds. */
  readonly patience: number
  /** Hears once that there is no answer, and once that there is one again. */
  readonly onLost: () => void
  readonly onBack: () => void
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
export async function patiently<T>({ patience, onLost, onBack }: Patience, call: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience
  for (let attempt = 0; ; attempt += 1) {
    try {
      const result = await call()
      if (attempt > 0) onBack()
      return result
    } catch (error) {
      const delay = delayAfter(error, attempt)
      if (delay === null || Date.now() + delay > until) throw error
      if (attempt === 0) onLost()
      await pause(delay)
    }
  }
}
