import type { Database } from '@hidesync/server/database/database'
import { sql } from 'kysely'

type Column = readonly [name: string, type: string]

/** Inserts rows given as objects, in one statement for each thousand of them. */
export async function insertRows(
  db: Database,
  table: string,
  columns: readonly Column[],
  rows: readonly object[],
): Promise<void> {
  const names = sql.join(columns.map(([name]) => sql.ref(name)))
  const typed = sql.join(columns.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  for (let from = 0; from < rows.length; from += 1000) {
    const part = JSON.stringify(rows.slice(from, from + 1000))
    await sql`insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from jsonb_to_recordset(${part}::jsonb) as r(${typed})`.execute(db)
  }
}

/** Takes ids from the sequence of a table's `id`. */
export async function takeIds(db: Database, table: string, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`.execute(db)
  return rows.map(row => row.id)
}
