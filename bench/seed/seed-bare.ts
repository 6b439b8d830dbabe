import type { Database } from '@hidesync/server/database/database'
import { sql } from 'kysely'

/**
 * Tables of the same shape for the bare minimum, in a schema of their own: columns, keys, checks and indexes, without foreign keys. Its
 * executions are copies of those given.
 */
export async function seedBare(db: Database, executions: readonly number[]): Promise<void> {
  await sql`create schema bare`.execute(db)
  for (const table of ['workflow_executions', 'workflow_navigation_history', 'outbox'])
    await sql`create table ${sql.table(`bare.${table}`)} (like ${sql.table(table)} including all excluding generated)`.execute(
      db,
    )
  const ids = `{${executions.join(',')}}`
  await sql`insert into bare.workflow_executions overriding system value
    select * from workflow_executions where id = any(${ids}::text::bigint[])`.execute(db)
}
