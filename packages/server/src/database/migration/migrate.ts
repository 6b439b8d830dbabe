import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import { migrations as all } from '../generated/migrations.ts'
import { ChangedMigrationError, NewerSchemaError } from './migration-errors.ts'
import type { Migration } from './migration.ts'

// Any number that nobody else locks: the first half of sha256('hidesync migrations').
const lock = '4852163706612733'

const checksumOf = (migration: Migration) => createHash('sha256').update(migration.sql).digest('hex')

/** Applies the next migration that is missing; false when none is. The lock makes processes that start together take turns. */
async function applyNext(tx: Transaction, migrations: readonly Migration[]): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${sql.lit(lock)}::bigint)`.execute(tx)
  await sql`create table if not exists schema_migrations (
    version integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now()
  )`.execute(tx)
  const { rows: applied } = await sql<{ version: number; checksum: string }>`
    select version, checksum from schema_migrations order by version
  `.execute(tx)
  const newest = applied.at(-1)?.version ?? 0
  if (newest > migrations.length) throw new NewerSchemaError(newest, migrations.length)
  for (const { version, checksum } of applied) {
    const known = migrations[version - 1]
    if (known !== undefined && checksumOf(known) !== checksum) throw new ChangedMigrationError(version, known.name)
  }
  const next = migrations[applied.length]
  if (next === undefined) return false
  await sql.raw(next.sql).execute(tx)
  await sql`insert into schema_migrations (version, name, checksum) values (${next.version}, ${next.name}, ${checksumOf(next)})`.execute(
    tx,
  )
  return true
}

/**
 * Brings the schema up to date, each migration in a transaction of its own. Throws NewerSchemaError when the database is ahead
 * of this program, ChangedMigrationError when it went another way.
 */
export async function migrate(db: Database, migrations: readonly Migration[] = all): Promise<void> {
  while (await db.transaction().execute(tx => applyNext(tx, migrations)));
}
