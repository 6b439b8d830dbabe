import { ApiError } from '@hidesync/contract/client'
import { createStore, type Store } from '../app/store.ts'
import type { Connection } from './connection.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import { isFinal, isPaused, isUnreachable } from './sending.ts'

/** How far the sending has come. */
export interface Sending {
  /** The first that is under way now, from 1. */
  readonly at: number
  readonly total: number
}

interface SenderDeps<T> {
  readonly connection: Connection
  readonly one: OneAtATime
  /** What may be sent now; what was refused for good is not among it. */
  readonly waiting: () => Promise<readonly T[]>
  /** How much there is of one. */
  readonly count: (one: T) => number
  /** Sends of one as much as goes at a time, and says how much that was. */
  readonly exchange: (one: T) => Promise<number>
}

/** Milliseconds. */
const first = 500
const longest = 30_000

/** Sends what waits, one after the other, as often as it takes. */
export class Sender<T extends { readonly id: number | string }> {
  readonly #deps: SenderDeps<T>
  readonly #sending = createStore<Sending | null>(null)
  #isAwake = false
  #again = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #sent = 0

  constructor(deps: SenderDeps<T>) {
    this.#deps = deps
    const { connection } = deps
    connection.status.subscribe(() => {
      if (!connection.status.get().isOnline) return
      this.#failures = 0
      this.wake()
    })
  }

  get sending(): Pick<Store<Sending | null>, 'get' | 'subscribe'> {
    return this.#sending
  }

  /** Sends now, if there is anything to send. */
  wake = (): void => {
    clearTimeout(this.#timer)
    if (this.#isAwake) this.#again = true
    else void this.#work()
  }

  async #work(): Promise<void> {
    this.#isAwake = true
    let error: unknown = null
    try {
      await this.#deps.one(() => this.#drain())
      this.#failures = 0
    } catch (cause) {
      error = cause
    } finally {
      this.#sending.set(null)
      this.#isAwake = false
    }
    // Paused: nothing is tried again by itself. But somebody may have come meanwhile, whose things wait, too.
    if (error !== null && !isPaused(error)) this.#later(error)
    else if (this.#again) this.wake()
  }

  async #drain(): Promise<void> {
    this.#sent = 0
    const failed = new Map<T['id'], unknown>()
    for (;;) {
      // Whoever wakes it wants all of it tried, also what has failed before.
      if (this.#again) failed.clear()
      this.#again = false
      const waiting = await this.#deps.waiting()
      const next = waiting.find(({ id }) => !failed.has(id))
      if (next === undefined) break
      this.#sending.set({
        at: this.#sent + 1,
        total: waiting.reduce((sum, one) => sum + this.#deps.count(one), this.#sent),
      })
      try {
        this.#sent += await this.#deps.exchange(next)
      } catch (error) {
        if (isPaused(error) || isUnreachable(error)) throw error
        if (!isFinal(error)) failed.set(next.id, error)
      }
    }
    for (const error of failed.values()) throw error
  }

  #later(error: unknown): void {
    if (isUnreachable(error)) this.#deps.connection.missed()
    const asked = error instanceof ApiError && error.retryAfter !== null ? error.retryAfter * 1000 : 0
    const pause = Math.min(longest, first * 2 ** this.#failures++)
    this.#timer = setTimeout(this.wake, Math.max(asked, pause * (0.5 + Math.random())))
  }
}
