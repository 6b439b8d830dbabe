import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../http/app-error.ts'

/** Argon2id as OWASP asks for it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password that was thrown away: checking against it takes the time that checking takes. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$RUfCUNItCLs2NXIKSY2LvQ$OxcozPPp3SB85gOc5+0B9niJgYq/kNa+CL08YTm8KbQ'

/** More at once would let sign-ins take the memory and the threads that everything else needs. */
const mostAtOnce = 2
const mostWaiting = 32

/** Hashes and checks passwords, a few at a time; the others wait in turn, and beyond a bound are sent away. */
export class Passwords {
  #running = 0
  readonly #waiting: (() => void)[] = []

  async hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, cost))
  }

  /** Takes as long for an unknown person (`null`) as for a wrong password. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const same = await this.#inTurn(() => verify(stored ?? nobody, password))
    return same && stored !== null
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
