import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../http/app-error.ts'

/** Argon2id as OWASP asks for it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** More at once would let sign-ins take the memory and the threads that everything else needs. */
const mostAtOnce = 2
const mostWaiting = 32

/** Hashes and checks passwords, a few at a time; the others wait in turn, and beyond a bound are sent away. */
export class Passwords {
  #running = 0
  readonly #waiting: (() => void)[] = []
  #nobody: Promise<string> | null = null

  async hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, cost))
  }

  /** Takes as long for an unknown person (`null`) as for a wrong password. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.#nobody ??= this.hash('nobody has this password')
    const compared = stored ?? (await this.#nobody)
    const same = await this.#inTurn(() => verify(compared, password))
    return same && stored !== null
  }

  /** Makes the hash that unknown people are compared with, so that the first of them is not told apart by it. */
  async prepare(): Promise<void> {
    this.#nobody ??= this.hash('nobody has this password')
    await this.#nobody
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    await this.#turn()
    try {
      return await work()
    } finally {
      // The place goes straight to whoever waits longest; nobody can slip in between.
      const next = this.#waiting.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < mostAtOnce) {
      this.#running++
      return
    }
    if (this.#waiting.length >= mostWaiting)
      throw new AppError('auth.busy', 'Too many people are signing in at this moment. Try again in a few seconds.', {
        headers: { 'retry-after': '2' },
      })
    await new Promise<void>(resolve => this.#waiting.push(resolve))
  }
}
