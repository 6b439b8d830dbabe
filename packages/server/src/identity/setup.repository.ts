import type { SetupProgress, SetupState } from '@hidesync/contract/identity/setup.schemas'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

/** Needed while nobody has finished it and there is nobody but the administrator of the first start. */
const needed = sql<boolean>`not exists (select from settings where key = 'setup_finished')
  and (select count(*) from (select from users limit 2) u) = 1`

const units = sql<SetupState['units']>`coalesce((select value #>> '{}' from settings where key = 'units'), 'metric')`

/** Workflows that the first start made of the library's presets. */
const samples = sql`(select jsonb_array_elements_text(value)::bigint from settings where key = 'sample_workflows')`

export async function readSetup(db: Database): Promise<SetupState> {
  const { rows } = await sql<SetupState>`select ${needed} as needed, ${units} as units`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('The state of the set-up could not be read.')
  return row
}

export async function readSetupProgress(db: Database, userId: number): Promise<SetupProgress | null> {
  const { rows } = await sql<SetupProgress>`
    select ${needed} as needed, ${units} as units, u.display_name, u.email, u.locale,
      (select w.name from workshops w order by w.id limit 1) as workshop_name,
      exists (select from workflows w where w.id in ${samples} and w.deleted_at is null) as samples
    from users u where u.id = ${userId}`.execute(db)
  return rows[0] ?? null
}

/** One step after the other. */
export const lockSetup = (tx: Transaction) =>
  sql`select pg_advisory_xact_lock(hashtextextended('setup', 0))`.execute(tx)

export const keepSetting = (tx: Transaction, key: 'units' | 'setup_finished' | 'sample_workflows', value: unknown) =>
  tx
    .insertInto('settings')
    .values({ key, value: JSON.stringify(value) })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({ value: JSON.stringify(value), updated_at: sql`now()` }),
    )
    .execute()

/** Shows or hides the sample workflows; one whose name was given away meanwhile stays hidden. Answers with those that it changed. */
export async function showSamples(tx: Transaction, shown: boolean) {
  const { rows } = await sql<{ id: number; name: string }>`
    update workflows w set deleted_at = ${shown ? sql`null` : sql`now()`}, version = version + 1
    where w.id in ${samples} and (w.deleted_at is null) <> ${shown} and (not ${shown} or not exists (
      select from workflows o where o.created_by = w.created_by and lower(o.name) = lower(w.name) and o.deleted_at is null))
    returning w.id, w.name`.execute(tx)
  return rows
}
