import type { Caller, WorkshopRole } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** What a token's rights hang on, as it stands now. */
export interface CallerRow {
  readonly user_id: number
  readonly is_superuser: boolean
  readonly locale: string
  readonly default_workshop_id: number | null
  readonly first_workshop_id: number | null
  readonly roles: Readonly<Record<string, WorkshopRole>>
  readonly at_station?: boolean
}

export interface ApiCallerRow extends CallerRow {
  readonly token_id: number
  readonly scope: 'read' | 'write'
  readonly last_used_at: Date | null
}

const columns = sql`u.id as user_id, u.is_superuser, u.locale, u.default_workshop_id,
  (select min(id) from workshops) as first_workshop_id,
  coalesce((select json_object_agg(m.workshop_id, m.role) from workshop_members m where m.user_id = u.id), '{}') as roles`

/** At a station the person is a member of its workshop, whatever else they are elsewhere; null: not even that. */
function atStation(row: CallerRow, workshop_id: number): CallerRow | null {
  if (row.roles[String(workshop_id)] === undefined) return null
  const roles = { [workshop_id]: 'member' } as const
  return { ...row, is_superuser: false, default_workshop_id: workshop_id, roles, at_station: true }
}

/** The user, as long as they are active and the session has not ended. In one statement. */
export async function readSessionCaller(
  db: Database,
  session: { readonly user_id: number; readonly family_id: string },
): Promise<CallerRow | null> {
  const { rows } = await sql<CallerRow & { readonly station_workshop_id: number | null }>`
    select ${columns}, (
      select s.workshop_id from refresh_tokens r join stations s on s.id = r.station_id
      where r.family_id = ${session.family_id}::uuid limit 1) as station_workshop_id
    from users u
    where u.id = ${session.user_id} and u.is_active and exists (
      select from refresh_tokens r
      where r.family_id = ${session.family_id}::uuid and r.user_id = u.id and r.revoked_at is null)`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  const { station_workshop_id, ...caller } = row
  return station_workshop_id === null ? caller : atStation(caller, station_workshop_id)
}

/** What somebody may do who has proven themselves in another way, as long as they are active. */
export async function readUserCaller(db: Database, user_id: number): Promise<Caller | null> {
  const { rows } = await sql<CallerRow>`select ${columns} from users u where u.id = ${user_id} and u.is_active`.execute(
    db,
  )
  const [row] = rows
  return row === undefined ? null : { user_id, is_superuser: row.is_superuser, roles: row.roles, scope: 'read' }
}

/** The owner of an API token that is neither revoked nor expired, as long as they are active. */
export async function readApiCaller(db: Database, tokenHash: string, now: Date): Promise<ApiCallerRow | null> {
  const { rows } = await sql<ApiCallerRow>`
    select ${columns}, t.id as token_id, t.scope, t.last_used_at
    from api_tokens t join users u on u.id = t.user_id
    where t.token_hash = ${tokenHash} and t.revoked_at is null and u.is_active
      and (t.expires_at is null or t.expires_at > ${now})`.execute(db)
  return rows[0] ?? null
}
