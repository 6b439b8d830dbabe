import { openDatabase } from '@hidesync/server/database/open-database'
import { CompiledQuery, type Kysely } from 'kysely'
import { Pool, types, type PoolClient } from 'pg'
import type { Statement } from './statements.ts'

type Query = <R>(statement: Statement, values: readonly unknown[]) => Promise<readonly R[]>

export interface BareDatabase {
  readonly query: Query
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The `pg` package with named prepared statements, and nothing around it. */
function openPostgres(connectionString: string): BareDatabase {
  types.setTypeParser(types.builtins.INT8, Number)
  const pool = new Pool({ connectionString, max: 10 })
  const on =
    (target: Pick<Pool, 'query'> | Pick<PoolClient, 'query'>): Query =>
    async <R>({ name, text }: Statement, values: readonly unknown[]) =>
      (await (target as Pool).query({ name, text, values: [...values] })).rows as R[]
  return {
    query: on(pool),
    transaction: async work => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work(on(client))
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        client.release(true)
        throw error
      }
    },
    close: () => pool.end(),
  }
}

/** The embedded engine has one driver, the product's: it prepares what repeats, and commits as durably. */
async function openEmbedded(dataDir: string): Promise<BareDatabase> {
  const opened = await openDatabase({ dataDir })
  const on =
    (db: Pick<Kysely<unknown>, 'executeQuery'>): Query =>
    async <R>({ text }: Statement, values: readonly unknown[]) =>
      (await db.executeQuery(CompiledQuery.raw(text, [...values]))).rows as R[]
  return {
    query: on(opened.db),
    transaction: work => opened.db.transaction().execute(tx => work(on(tx))),
    close: () => opened.close(),
  }
}

export async function openBareDatabase(env: NodeJS.ProcessEnv): Promise<BareDatabase> {
  const url = env['DATABASE_URL']
  if (url) return openPostgres(url)
  const folder = env['DATA_DIR']
  if (!folder) throw new Error('Set DATABASE_URL or DATA_DIR.')
  return openEmbedded(folder)
}
