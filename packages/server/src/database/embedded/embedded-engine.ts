import { messages, PGlite, protocol } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { DurableNodeFS } from './durable-node-fs.ts'
import type { ErrorFields, RawResult } from './messages.ts'
import { StatementCache } from './statement-cache.ts'

/** The engine answered what a healthy one never answers: it has to be closed and opened again. */
export class EngineLostError extends Error {
  override readonly name = 'EngineLostError'
}

export type Outcome =
  { readonly ok: true; readonly result: RawResult } | { readonly ok: false; readonly fields: ErrorFields }

type Answer = Awaited<ReturnType<PGlite['execProtocolStream']>>

const { parse, bind, describe, execute, close, query, sync } = protocol.serialize

const startParams = [
  // `-F` switches fsync off: everything but that.
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  ...[
    'fsync=on',
    'wal_sync_method=fsync',
    'full_page_writes=on',
    'shared_buffers=16MB',
    'work_mem=4MB',
    'random_page_cost=1.1',
  ].flatMap(setting => ['-c', setting]),
]

/** Commands after which a prepared statement may mean something else than when it was prepared. */
const isSchemaChange = (command: string) => /^(CREATE|ALTER|DROP|DISCARD|DEALLOCATE)\b/.test(command)

/**
 * PostgreSQL as WebAssembly, spoken to in its wire protocol, one message for each statement. Going below `PGlite.query` has two reasons:
 * statements stay prepared, and an answer that is cut off (the engine swallows a stack overflow) is noticed.
 */
export class EmbeddedEngine {
  readonly #database: PGlite
  readonly #statements = new StatementCache()

  private constructor(database: PGlite) {
    this.#database = database
  }

  static async open(files: DurableNodeFS) {
    return new EmbeddedEngine(await PGlite.create({ fs: files, startParams, extensions: { pg_trgm } }))
  }

  async run(sql: string, parameters: readonly (string | null)[]): Promise<Outcome> {
    return parameters.length === 0 ? this.#runScript(sql) : this.#runPrepared(sql, parameters)
  }

  async close() {
    await this.#database.close()
  }

  async #runScript(sql: string) {
    const outcome = readAnswer(await this.#send([query(sql)]), null)
    if (outcome.ok && isSchemaChange(outcome.result.command)) await this.#forgetStatements()
    return outcome
  }

  async #runPrepared(sql: string, parameters: readonly (string | null)[]) {
    const known = this.#statements.get(sql)
    const name = known?.name ?? this.#statements.nextName(sql)
    const answer = await this.#send([
      ...(known === null ? [parse({ name: name ?? '', text: sql })] : []),
      bind({ statement: name ?? '', values: [...parameters] }),
      ...(known?.columns ? [] : [describe({ type: 'P' })]),
      execute(),
      sync(),
    ])
    const outcome = readAnswer(answer, known?.columns ?? null)
    // A stack overflow while a value is read is swallowed by the engine: it goes on without the value, and does nothing.
    if (outcome.ok && !answer.some(({ name }) => name === 'bindComplete'))
      throw new EngineLostError('The embedded database did not take the values of a statement.')
    if (known === null && name !== null && answer.some(message => message.name === 'parseComplete')) {
      const columns = outcome.ok ? { names: outcome.result.names, oids: outcome.result.oids } : null
      await this.#dropStatements(this.#statements.add(sql, { name, columns }))
    }
    // "cached plan must not change result type", "prepared statement does not exist"
    if (!outcome.ok && (outcome.fields.code === '0A000' || outcome.fields.code === '26000'))
      await this.#forgetStatements()
    return outcome
  }

  #forgetStatements() {
    return this.#dropStatements(this.#statements.clear())
  }

  async #dropStatements(names: readonly string[]) {
    if (names.length > 0) await this.#send([...names.map(name => close({ type: 'S', name })), sync()])
  }

  async #send(request: readonly Uint8Array[]): Promise<Answer> {
    try {
      const answer = await this.#database.execProtocolStream(Buffer.concat(request), {
        syncToFs: false,
        throwOnError: false,
      })
      if (answer.at(-1)?.name !== 'readyForQuery')
        throw new EngineLostError('The embedded database broke off its answer.')
      return answer
    } catch (error) {
      if (error instanceof EngineLostError) throw error
      throw new EngineLostError(`The embedded database broke down: ${String(error)}`, { cause: error })
    }
  }
}

type Columns = { readonly names: readonly string[]; readonly oids: readonly number[] }

/** The result of the last statement in an answer, or the error that ended it. */
function readAnswer(answer: Answer, known: Columns | null): Outcome {
  let columns: Columns = known ?? { names: [], oids: [] }
  let rows: (string | null)[][] = []
  let result: RawResult | null = null
  for (const message of answer) {
    if (message instanceof messages.DatabaseError) return { ok: false, fields: errorFields(message) }
    if (message instanceof messages.RowDescriptionMessage)
      columns = {
        names: message.fields.map(field => field.name),
        oids: message.fields.map(field => field.dataTypeID),
      }
    else if (message instanceof messages.DataRowMessage) rows.push(message.fields)
    else if (message instanceof messages.CommandCompleteMessage) {
      result = { ...readTag(message.text), ...columns, rows }
      rows = []
    } else if (message.name === 'emptyQuery') result = { command: '', count: null, ...columns, rows: [] }
  }
  // A statement neither completed nor refused: the engine has lost it, and with it its own state.
  if (result === null) throw new EngineLostError('The embedded database did not finish a statement.')
  return { ok: true, result }
}

function readTag(tag: string) {
  const [command = ''] = tag.split(' ', 1)
  const [, count] = / (\d+)$/.exec(tag) ?? []
  return { command, count: count === undefined ? null : Number(count) }
}

const errorFields = (error: InstanceType<typeof messages.DatabaseError>): ErrorFields => {
  const {
    message,
    severity,
    code,
    detail,
    hint,
    position,
    where,
    schema,
    table,
    column,
    dataType,
    constraint,
    routine,
  } = error
  return {
    message,
    severity,
    code,
    detail,
    hint,
    position,
    where,
    schema,
    table,
    column,
    dataType,
    constraint,
    routine,
  }
}
