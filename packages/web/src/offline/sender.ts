import { ApiError } from '@hidesync/contract/client'
import { createStore, type Store } from '../app/store.ts'
import type { Connection } from './connection.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import type { PackedRun } from './packed-run.ts'
import { batchOf, isFinal, isPaused, isUnreachable } from './sending.ts'

/** How far the sending has come. */
export interface Sending {
  /** The first command that is under way now, from 1. */
  readonly at: number
  readonly total: number
}

interface SenderDeps {
  readonly connection: Connection
  readonly one: OneAtATime
  readonly waiting: () => Promise<readonly PackedRun[]>
  readonly exchange: (run: PackedRun) => Promise<void>
}

/** Milliseconds. */
const first = 500
const longest = 30_000

const queued = (runs: readonly PackedRun[]) => runs.reduce((sum, { play }) => sum + play.queue.length, 0)

/** Sends what waits, one run after the other, as often as it takes. */
export class Sender {
  readonly #deps: SenderDeps
  readonly #sending = createStore<Sending | null>(null)
  #isAwake = false
  #again = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #sent = 0

  constructor(deps: SenderDeps) {
    this.#deps = deps
    const { connection } = deps
    connection.status.subscribe(() => {
      if (connection.status.get().isOnline) this.wake()
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
    if (error !== null) this.#later(error)
    else if (this.#again) this.wake()
    this.#again = false
  }

  async #drain(): Promise<void> {
    this.#sent = 0
    const failed = new Map<number, unknown>()
    for (;;) {
      this.#again = false
      const waiting = (await this.#deps.waiting()).filter(
        ({ play, problem }) => play.queue.length > 0 && problem === null,
      )
      const next = waiting.find(({ id }) => !failed.has(id))
      if (next === undefined) break
      this.#sending.set({ at: this.#sent + 1, total: this.#sent + queued(waiting) })
      try {
        await this.#deps.exchange(next)
        this.#sent += batchOf(next).length
      } catch (error) {
        if (isPaused(error) || isUnreachable(error)) throw error
        if (!isFinal(error)) failed.set(next.id, error)
      }
    }
    for (const error of failed.values()) throw error
  }

  #later(error: unknown): void {
    if (isPaused(error)) return
    if (isUnreachable(error)) this.#deps.connection.missed()
    const asked = error instanceof ApiError && error.retryAfter !== null ? error.retryAfter * 1000 : 0
    const pause = Math.min(longest, first * 2 ** this.#failures++)
    this.#timer = setTimeout(this.wake, Math.max(asked, pause * (0.5 + Math.random())))
  }
}
