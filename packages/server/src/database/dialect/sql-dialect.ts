import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Session, SessionSource } from './session.ts'
import { serializeParameters } from './serialize-parameters.ts'
import { TransactionGuard } from './transaction-guard.ts'

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

class SqlConnection implements DatabaseConnection {
  readonly session: Session
  scope: { open: boolean } | null = null

  constructor(session: Session) {
    this.session = session
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { command, count, rows } = await this.session.run(sql, serializeParameters(parameters))
    return {
      rows: rows as R[],
      ...(writes.has(command) && count !== null ? { numAffectedRows: BigInt(count) } : {}),
    }
  }

  // oxlint-disable-next-line require-yield -- the interface asks for a generator; answers are bounded by pages, so nothing streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Queries are not streamed: ask for a page at a time.')
  }
}

class SqlDriver implements Driver {
  readonly #sessions: SessionSource
  readonly #guard = new TransactionGuard()

  constructor(sessions: SessionSource) {
    this.#sessions = sessions
  }

  async init() {}

  async acquireConnection() {
    this.#guard.refuseInside()
    return new SqlConnection(await this.#sessions.acquire())
  }

  beginTransaction(connection: SqlConnection, { isolationLevel, accessMode }: TransactionSettings) {
    // Before anything is awaited: what the caller does next is inside.
    connection.scope = this.#guard.enter()
    const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
    const access = accessMode === undefined ? '' : ` ${accessMode}`
    return connection.session.begin(`begin${isolation}${access}`)
  }

  async commitTransaction(connection: SqlConnection) {
    // Not open from here on, whatever comes of it: when a commit fails, `rollbackTransaction` follows.
    this.#leave(connection)
    await connection.session.end('commit')
  }

  async rollbackTransaction(connection: SqlConnection) {
    this.#leave(connection)
    await connection.session.end('rollback')
  }

  #leave(connection: SqlConnection) {
    if (connection.scope !== null) connection.scope.open = false
  }

  async savepoint(connection: SqlConnection, name: string) {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`))
  }

  async rollbackToSavepoint(connection: SqlConnection, name: string) {
    await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint "${name}"`))
  }

  async releaseSavepoint(connection: SqlConnection, name: string) {
    await connection.executeQuery(CompiledQuery.raw(`release savepoint "${name}"`))
  }

  async releaseConnection(connection: SqlConnection) {
    this.#leave(connection)
    connection.session.release()
  }

  async destroy() {
    await this.#sessions.close()
  }
}

/** PostgreSQL for Kysely, over whichever engine hands out the sessions. */
export const sqlDialect = (sessions: SessionSource): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new SqlDriver(sessions),
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})
