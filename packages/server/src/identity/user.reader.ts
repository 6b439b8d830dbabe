import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** A user without what nobody may see. */
export const userColumns = [
  'id',
  'email',
  'display_name',
  'locale',
  'is_superuser',
  'is_active',
  'default_workshop_id',
  'created_at',
] as const

export interface UserRow {
  readonly id: number
  readonly email: string
  readonly display_name: string
  readonly locale: string
  readonly is_superuser: boolean
  readonly is_active: boolean
  readonly default_workshop_id: number | null
  readonly created_at: Date
}

export interface Credentials {
  readonly id: number
  readonly password_hash: string
  readonly is_active: boolean
}

const credentials = (db: Database) => db.selectFrom('users').select(['id', 'password_hash', 'is_active'])

/** E-mail addresses are the same in capitals and small letters. */
export async function readCredentials(db: Database, email: string): Promise<Credentials | null> {
  const row = await credentials(db)
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .executeTakeFirst()
  return row ?? null
}

export async function readOwnCredentials(db: Database, id: number): Promise<Credentials | null> {
  return (await credentials(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function readUser(db: Database, id: number): Promise<UserRow | null> {
  return (await db.selectFrom('users').select(userColumns).where('id', '=', id).executeTakeFirst()) ?? null
}

/** How the user likes the app; null: there is no such user. In a transaction that changes it, locked. */
export async function readPreferences(
  db: Database,
  id: number,
  lock: 'lock' | null = null,
): Promise<JsonObject | null> {
  const { rows } = await sql<{ preferences: JsonObject }>`
    select preferences from users where id = ${id} ${lock === null ? sql`` : sql`for update`}`.execute(db)
  return rows[0]?.preferences ?? null
}

export async function findUserByEmail(db: Database, email: string): Promise<UserRow | null> {
  const row = await db
    .selectFrom('users')
    .select(userColumns)
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .executeTakeFirst()
  return row ?? null
}

/** Text for `like`, in which nothing has a meaning of its own. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Users by id, those whose name or address contains the text, with how many there are in all. */
export async function listUsers(
  db: Database,
  page: { readonly limit: number; readonly offset: number; readonly search?: string | undefined },
): Promise<{ readonly items: readonly UserRow[]; readonly total: number }> {
  let found = db.selectFrom('users')
  if (page.search !== undefined && page.search.trim() !== '') {
    const pattern = containing(page.search.trim())
    found = found.where(where => where.or([where('email', 'ilike', pattern), where('display_name', 'ilike', pattern)]))
  }
  const [items, counted] = await Promise.all([
    found.select(userColumns).orderBy('id').limit(page.limit).offset(page.offset).execute(),
    found.select(count => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { items, total: counted.total }
}
