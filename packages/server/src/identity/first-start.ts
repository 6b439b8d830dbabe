import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Passwords } from './passwords.ts'
import { UserRepository } from './user.repository.ts'
import { WorkshopRepository } from './workshop.repository.ts'

/** The first administrator; `password` only where it was made up, to be shown this once. */
export interface FirstAdministrator {
  readonly user_id: number
  readonly email: string
  readonly password: string | null
}

/** Any number that nothing else locks: processes that start at once on an empty database do this one after the other. */
const firstStartLock = 4_871_263_190

/** On an installation without users: the first workshop and its manager, a superuser, in one transaction. Null: there are users. */
export async function ensureFirstAdministrator(
  { db, passwords }: { readonly db: Database; readonly passwords: Passwords },
  wanted: { readonly email: string; readonly password: string | null },
): Promise<FirstAdministrator | null> {
  const someone = await db.selectFrom('users').select('id').limit(1).executeTakeFirst()
  if (someone !== undefined) return null
  const password = wanted.password ?? randomBytes(12).toString('base64url')
  const password_hash = await passwords.hash(password)
  return db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${firstStartLock})`.execute(tx)
    const first = await tx.selectFrom('users').select('id').limit(1).executeTakeFirst()
    if (first !== undefined) return null
    const workshops = new WorkshopRepository(tx)
    const workshop_id = await workshops.insert({ name: 'Workshop', description: null })
    const user = await new UserRepository(tx).insert({
      email: wanted.email,
      display_name: 'Administrator',
      password_hash,
      locale: 'en',
      is_superuser: true,
      default_workshop_id: workshop_id,
    })
    await workshops.addMember({ workshop_id, user_id: user.id, role: 'manager' })
    return { user_id: user.id, email: wanted.email, password: wanted.password === null ? password : null }
  })
}

/** Who owns what an installation begins with. */
export async function firstSuperuser(db: Database): Promise<number | null> {
  const found = await db
    .selectFrom('users')
    .select('id')
    .where('is_superuser', '=', true)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
