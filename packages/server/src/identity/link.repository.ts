import type { WorkshopRole } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

export interface InvitationRow {
  readonly id: number
  readonly email: string | null
  readonly role: WorkshopRole
  readonly invited_by: string | null
  readonly created_at: Date
  readonly expires_at: Date
}

/** How many links of a kind may be open at once, so that somebody can keep an eye on all of them. */
export const mostLinks = 100

export interface NewLink {
  readonly token_hash: string
  readonly created_by: number
  readonly created_at: Date
  readonly expires_at: Date
}

/** Whoever made invitation `i`, as `u`, could make it today: a link is worth no more than its maker. */
const makerManages = sql<boolean>`u.is_active and (u.is_superuser or exists (
  select from workshop_members m where m.workshop_id = i.workshop_id and m.user_id = u.id and m.role = 'manager'))`

const unused = (db: Database) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('users as u', 'u.id', 'i.created_by')
    .where('i.used_at', 'is', null)
    .where(makerManages)

const invitations = (db: Database) =>
  unused(db).select(['i.id', 'i.email', 'i.role', 'u.display_name as invited_by', 'i.created_at', 'i.expires_at'])

export async function insertInvitation(
  tx: Transaction,
  row: NewLink & { readonly workshop_id: number; readonly email: string | null; readonly role: WorkshopRole },
): Promise<InvitationRow> {
  const { id } = await tx.insertInto('invitations').values(row).returning('id').executeTakeFirstOrThrow()
  return invitations(tx).where('i.id', '=', id).executeTakeFirstOrThrow()
}

/** Those that nobody has used, the newest first. */
export const listInvitations = (db: Database, workshopId: number): Promise<InvitationRow[]> =>
  invitations(db).where('i.workshop_id', '=', workshopId).orderBy('i.id', 'desc').execute()

/** How many invitations of the workshop somebody could still use. */
export async function countInvitations(db: Database, workshopId: number, now: Date): Promise<number> {
  const { count } = await unused(db)
    .select(all => all.fn.countAll<number>().as('count'))
    .where('i.workshop_id', '=', workshopId)
    .where('i.expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

/** False: there is no such invitation that could still be used. */
export async function deleteInvitation(tx: Transaction, workshopId: number, id: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('invitations')
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The unused invitation of that token; in a transaction that uses it, locked. */
export async function readInvitation(db: Database, token_hash: string, lock: 'lock' | null = null) {
  const { rows } = await sql<InvitationRow & { readonly workshop_id: number; readonly workshop_name: string }>`
    select i.id, i.email, i.role, u.display_name as invited_by, i.created_at, i.expires_at, i.workshop_id,
      w.name as workshop_name
    from invitations i join workshops w on w.id = i.workshop_id join users u on u.id = i.created_by
    where i.token_hash = ${token_hash} and i.used_at is null and ${makerManages} ${lock === null ? sql`` : sql`for update of i`}`.execute(
    db,
  )
  return rows[0] ?? null
}

export const markInvitationUsed = (tx: Transaction, id: number, now: Date) =>
  tx.updateTable('invitations').set({ used_at: now }).where('id', '=', id).execute()

/** A new link; those that the person had before are no longer good. */
export async function insertPasswordReset(tx: Transaction, row: NewLink & { readonly user_id: number }): Promise<void> {
  await tx.deleteFrom('password_resets').where('user_id', '=', row.user_id).execute()
  await tx.insertInto('password_resets').values(row).execute()
}

interface PasswordResetRow {
  readonly id: number
  readonly user_id: number
  /** Null: they are gone. */
  readonly created_by: number | null
  readonly display_name: string
  readonly email: string
  readonly expires_at: Date
}

/** The unused link of that token, of somebody who may sign in; in a transaction that uses it, locked. */
export async function readPasswordReset(db: Database, token_hash: string, lock: 'lock' | null = null) {
  const { rows } = await sql<PasswordResetRow>`
    select p.id, p.user_id, p.created_by, u.display_name, u.email, p.expires_at
    from password_resets p join users u on u.id = p.user_id
    where p.token_hash = ${token_hash} and p.used_at is null and u.is_active
    ${lock === null ? sql`` : sql`for update of p`}`.execute(db)
  return rows[0] ?? null
}

export const markPasswordResetUsed = (tx: Transaction, id: number, now: Date) =>
  tx.updateTable('password_resets').set({ used_at: now }).where('id', '=', id).execute()

/** The person as a reset of their password looks at them; null: there is nobody who could sign in. */
export async function readResettable(db: Database, id: number) {
  const { rows } = await sql<{ is_superuser: boolean; workshop_ids: readonly number[] }>`
    select u.is_superuser, array(select m.workshop_id from workshop_members m where m.user_id = u.id) as workshop_ids
    from users u where u.id = ${id} and u.is_active`.execute(db)
  return rows[0] ?? null
}
