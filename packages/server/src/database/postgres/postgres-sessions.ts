import { DatabaseError, Pool, type PoolClient, type QueryResult } from 'pg'
import { parserOf } from '../dialect/parse-value.ts'
import type { Session, SessionSource, StatementResult } from '../dialect/session.ts'
import { StatementNames } from './statement-names.ts'

export interface PostgresOptions {
  readonly databaseUrl: string
  /** How many connections at most. */
  readonly poolSize?: number
}

const types = { getTypeParser: (oid: number) => parserOf(oid) }

/** Connections to a PostgreSQL server, lent one at a time. */
export class PostgresSessions implements SessionSource {
  readonly #pool: Pool
  readonly #names = new StatementNames()

  constructor({ databaseUrl, poolSize = 10 }: PostgresOptions) {
    this.#pool = new Pool({
      connectionString: databaseUrl,
      max: poolSize,
      application_name: 'hidesync-workflows',
      connectionTimeoutMillis: 10_000,
      statement_timeout: 30_000,
      // A transaction that asks nothing holds up clean-up and the readers of the outbox.
      idle_in_transaction_session_timeout: 60_000,
      // Lists follow indexes, and what they read lies in memory or on a disk without moving parts: the server's own guess would have
      // it read whole tables instead.
      options: '-c random_page_cost=1.1',
      keepAlive: true,
    })
    // A connection that breaks while nobody uses it leaves the pool by itself; without a listener the process would end.
    this.#pool.on('error', () => {})
  }

  async acquire(): Promise<Session> {
    return new PostgresSession(await this.#pool.connect(), this.#names)
  }

  async close() {
    await this.#pool.end()
  }
}

class PostgresSession implements Session {
  readonly #client: PoolClient
  readonly #names: StatementNames
  #broken = false

  constructor(client: PoolClient, names: StatementNames) {
    this.#client = client
    this.#names = names
  }

  async run(text: string, parameters: readonly (string | null)[]): Promise<StatementResult> {
    const name = parameters.length === 0 ? undefined : this.#names.nameOf(text)
    try {
      return await this.#query(text, parameters, name)
    } catch (error) {
      // "cached plan must not change result type": somebody changed the table. This connection would refuse the statement for ever.
      if (name !== undefined && error instanceof DatabaseError && error.code === '0A000') this.#broken = true
      throw error
    }
  }

  async #query(text: string, parameters: readonly (string | null)[], name: string | undefined) {
    const results: QueryResult<Record<string, unknown>> | QueryResult<Record<string, unknown>>[] =
      await this.#client.query({ text, values: [...parameters], types, ...(name === undefined ? {} : { name }) })
    // A text of several statements is answered with a list.
    const result = Array.isArray(results) ? results.at(-1) : results
    return { command: result?.command ?? '', count: result?.rowCount ?? null, rows: result?.rows ?? [] }
  }

  async begin(statement: string): Promise<void> {
    await this.run(statement, [])
  }

  async end(statement: 'commit' | 'rollback'): Promise<void> {
    try {
      const { command } = await this.run(statement, [])
      if (statement === 'rollback' || command === 'COMMIT') return
    } catch (error) {
      this.#broken = true
      throw error
    }
    throw new Error('The transaction was rolled back: one of its statements had failed before the commit.')
  }

  release(): void {
    this.#client.release(this.#broken)
  }
}
