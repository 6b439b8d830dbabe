import type { StationView } from '@hidesync/contract/identity/station.schemas'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

export interface StationRow {
  readonly id: number
  readonly name: string
  readonly created_at: Date
}

const shown = ['id', 'name', 'created_at'] as const

export const insertStation = (
  tx: Transaction,
  row: Omit<StationRow, 'id'> & {
    readonly workshop_id: number
    readonly token_hash: string
    readonly created_by: number
  },
): Promise<StationRow> => tx.insertInto('stations').values(row).returning(shown).executeTakeFirstOrThrow()

export const listStations = (db: Database, workshopId: number): Promise<StationRow[]> =>
  db.selectFrom('stations').select(shown).where('workshop_id', '=', workshopId).orderBy('id').limit(100).execute()

/** False: the workshop has no such station. */
export async function deleteStation(tx: Transaction, workshopId: number, id: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('stations')
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

interface StationRows extends Omit<StationView, 'runs'> {
  readonly runs: readonly (StationView['runs'][number] & {
    readonly default_locale: string
    readonly locales: readonly string[]
  })[]
}

/** The station of the token, with who could sign in there and the runs that could go on; null: there is none. */
export async function readStationView(db: Database, token_hash: string): Promise<StationRows | null> {
  const { rows } = await sql<StationRows>`
    select s.id, s.name, s.workshop_id, w.name as workshop_name,
      coalesce((
        select json_agg(json_build_object('id', u.id, 'display_name', u.display_name, 'has_pin', u.pin_hash is not null)
          order by u.display_name, u.id)
        from workshop_members m join users u on u.id = m.user_id
        where m.workshop_id = s.workshop_id and u.is_active), '[]') as operators,
      coalesce((
        select json_agg(row_to_json(r) order by r.updated_at desc, r.id desc) from (
          select e.id, e.workflow_id, v.name as workflow_name, e.status, e.started_by, u.display_name as started_by_name,
            e.current_step_id, e.current_step_name, e.progress_percentage,
            to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated_at,
            o.default_locale, o.locales
          from workflow_executions e join workflow_revisions v on v.id = e.revision_id join workflows o on o.id = e.workflow_id
            left join users u on u.id = e.started_by
          where e.workshop_id = s.workshop_id and e.status in ('active', 'paused')
          order by e.updated_at desc, e.id desc limit 50) r), '[]') as runs
    from stations s join workshops w on w.id = s.workshop_id
    where s.token_hash = ${token_hash}`.execute(db)
  return rows[0] ?? null
}

/** The station of the token; null: there is none. */
export async function readStation(db: Database, token_hash: string) {
  const row = await db
    .selectFrom('stations')
    .select(['id', 'workshop_id'])
    .where('token_hash', '=', token_hash)
    .executeTakeFirst()
  return row ?? null
}

/** The hash of the PIN of an active member; null: there is no such member, or they have no PIN. */
export async function readPin(db: Database, workshopId: number, userId: number): Promise<string | null> {
  const row = await db
    .selectFrom('users as u')
    .innerJoin('workshop_members as m', 'm.user_id', 'u.id')
    .select('u.pin_hash')
    .where('u.id', '=', userId)
    .where('m.workshop_id', '=', workshopId)
    .where('u.is_active', '=', true)
    .executeTakeFirst()
  return row?.pin_hash ?? null
}

/**
 * Counts an attempt before it is looked at, so that many at once are not more than that, at whatever stations; the last allowed one locks. Null:
 * it is counted; else until when nobody may try.
 */
export async function countAttempt(
  tx: Transaction,
  userId: number,
  limit: { readonly most: number; readonly now: Date; readonly lockedUntil: Date },
): Promise<Date | null> {
  const { most, now, lockedUntil } = limit
  await sql`insert into pin_attempts (user_id, attempts) values (${userId}, 0) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ attempts: number; locked_until: Date | null }>`
    select attempts, locked_until from pin_attempts where user_id = ${userId} for update`.execute(tx)
  const [row] = rows
  const locked = row?.locked_until ?? null
  if (locked !== null && locked > now) return locked
  const attempts = (locked === null ? (row?.attempts ?? 0) : 0) + 1
  await tx
    .updateTable('pin_attempts')
    .set({ attempts, locked_until: attempts >= most ? lockedUntil : null })
    .where('user_id', '=', userId)
    .execute()
  return null
}

export const forgetAttempts = (tx: Transaction, userId: number) =>
  tx.deleteFrom('pin_attempts').where('user_id', '=', userId).execute()
