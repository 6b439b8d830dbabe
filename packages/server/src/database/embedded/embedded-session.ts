import { DatabaseLostError } from '../database-error.ts'
import { parserOf } from '../dialect/parse-value.ts'
import type { Session, StatementResult } from '../dialect/session.ts'
import type { RawResult } from './messages.ts'
import type { SessionGate } from './session-gate.ts'
import { WorkerClient } from './worker-client.ts'

function readResult({ command, count, names, oids, rows }: RawResult): StatementResult {
  const parsers = oids.map(parserOf)
  return {
    command,
    count,
    rows: rows.map(values => {
      const row: Record<string, unknown> = {}
      names.forEach((name, index) => {
        const value = values[index] ?? null
        row[name] = value === null ? null : parsers[index]?.(value)
      })
      return row
    }),
  }
}

type State =
  | { readonly name: 'plain' }
  /** The engine that the transaction began on: after a breakdown there is another one, which knows nothing of it. */
  | { readonly name: 'transaction'; readonly client: WorkerClient }
  /** It asked nothing for too long and was rolled back. */
  | { readonly name: 'expired' }

/** What one borrower holds of the one real session. */
export class EmbeddedSession implements Session {
  readonly #engine: () => WorkerClient | Promise<WorkerClient>
  readonly #gate: SessionGate
  readonly #idleLimit: number
  #state: State = { name: 'plain' }
  #idle: NodeJS.Timeout | undefined

  /** `engine` gives the one that is open, or the promise of the next; `idleLimit` is in milliseconds. */
  constructor(engine: () => WorkerClient | Promise<WorkerClient>, gate: SessionGate, idleLimit: number) {
    this.#engine = engine
    this.#gate = gate
    this.#idleLimit = idleLimit
  }

  async run(sql: string, parameters: readonly (string | null)[]): Promise<StatementResult> {
    if (this.#state.name === 'expired') throw this.#expired()
    if (this.#state.name === 'transaction')
      return readResult(await this.#runInside(this.#state.client, sql, parameters))
    const turn = this.#gate.pass()
    if (turn !== null) await turn
    const engine = this.#engine()
    return readResult(await (engine instanceof WorkerClient ? engine : await engine).run(sql, parameters))
  }

  async begin(statement: string): Promise<void> {
    await this.#gate.enter()
    try {
      const client = await this.#engine()
      this.#state = { name: 'transaction', client }
      // Not awaited: it is answered before whatever follows, and a breakdown fails that as well.
      client.run(statement, []).catch(() => {})
      this.#watch()
    } catch (error) {
      this.#gate.leave()
      throw error
    }
  }

  async end(statement: 'commit' | 'rollback'): Promise<void> {
    if (this.#state.name === 'expired' && statement === 'commit') throw this.#expired()
    if (this.#state.name !== 'transaction') return
    const { command } = await this.#finish(this.#state.client, statement, { name: 'plain' })
    if (statement === 'commit' && command !== 'COMMIT')
      throw new Error('The transaction was rolled back: one of its statements had failed before the commit.')
  }

  release(): void {
    clearTimeout(this.#idle)
    if (this.#state.name === 'transaction') void this.#finish(this.#state.client, 'rollback', { name: 'plain' })
  }

  async #runInside(client: WorkerClient, sql: string, parameters: readonly (string | null)[]) {
    clearTimeout(this.#idle)
    try {
      return await client.run(sql, parameters)
    } finally {
      if (this.#state.name === 'transaction') this.#watch()
    }
  }

  /** The next in line is let in at once: the engine answers in the order of asking, so the end of this transaction comes first. */
  async #finish(client: WorkerClient, statement: 'commit' | 'rollback', next: State) {
    clearTimeout(this.#idle)
    this.#state = next
    const answer = client.run(statement, [])
    this.#gate.leave()
    try {
      return await answer
    } catch (error) {
      // What is lost is rolled back; whether a lost commit took place, nobody knows.
      if (statement === 'rollback' && error instanceof DatabaseLostError) return { command: 'ROLLBACK' }
      throw error
    }
  }

  #watch() {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      if (this.#state.name === 'transaction') void this.#finish(this.#state.client, 'rollback', { name: 'expired' })
    }, this.#idleLimit).unref()
  }

  #expired() {
    return new Error(
      `The transaction was rolled back: it asked nothing for ${this.#idleLimit / 1000} seconds, while everybody else waited for it.`,
    )
  }
}
