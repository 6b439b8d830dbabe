import { DatabaseLostError } from '../database-error.ts'
import type { Session, SessionSource } from '../dialect/session.ts'
import { EmbeddedSession } from './embedded-session.ts'
import { SessionGate } from './session-gate.ts'
import { WorkerClient } from './worker-client.ts'

export interface EmbeddedOptions {
  /** Folder of the engine's files. */
  readonly folder: string
  /** Called when the engine broke down; everything open has failed, and it is being opened again. */
  readonly onFatal: (error: Error) => void
  /** Milliseconds after which a transaction that asks nothing is rolled back, so that it does not hold up everybody else. */
  readonly idleLimit?: number
}

const defaultIdleLimit = 60_000

/** The embedded engine as a source of sessions: many borrowers, one real session in a thread of its own, opened again when it breaks down. */
export class EmbeddedSessions implements SessionSource {
  readonly #options: EmbeddedOptions
  readonly #gate = new SessionGate()
  #client: WorkerClient | null = null
  #opening: Promise<WorkerClient>
  #closed = false

  private constructor(options: EmbeddedOptions) {
    this.#options = options
    this.#opening = this.#open()
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedSessions> {
    const sessions = new EmbeddedSessions(options)
    await sessions.#opening
    return sessions
  }

  async acquire(): Promise<Session> {
    return new EmbeddedSession(
      () => this.#client ?? this.#opening,
      this.#gate,
      this.#options.idleLimit ?? defaultIdleLimit,
    )
  }

  async countSyncs() {
    return (await this.#opening).countSyncs()
  }

  async close() {
    this.#closed = true
    const client = await this.#opening.catch(() => null)
    await client?.close()
  }

  async #open(): Promise<WorkerClient> {
    const client = await WorkerClient.open({ folder: this.#options.folder }, error => this.#recover(error))
    this.#client = client
    return client
  }

  #recover(error: DatabaseLostError) {
    this.#client = null
    if (this.#closed) return
    this.#opening = this.#open()
    void this.#report(error)
  }

  async #report(error: DatabaseLostError) {
    this.#options.onFatal(error)
    try {
      await this.#opening
    } catch (cause) {
      // Whoever asks from here on gets the cause; whoever runs the program has to know as well.
      this.#options.onFatal(new DatabaseLostError('The embedded database could not be opened again.', { cause }))
    }
  }
}
