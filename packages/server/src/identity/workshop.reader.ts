import type { Caller, WorkshopRole } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { workshopsOf } from './workshops-of-sql.ts'

export interface WorkshopRow {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly created_at: Date
  readonly role: WorkshopRole | null
  readonly member_count: number
}

export interface MemberRow {
  readonly user_id: number
  readonly email: string
  readonly display_name: string
  readonly role: WorkshopRole
  readonly joined_at: Date
}

interface PageOf {
  readonly limit: number
  readonly offset: number
}

/** With the role of the user, and how many belong to it. */
const workshops = (db: Database, userId: number) =>
  db
    .selectFrom('workshops as w')
    .leftJoin('workshop_members as own', join =>
      join.onRef('own.workshop_id', '=', 'w.id').on('own.user_id', '=', userId),
    )
    .select(of => [
      'w.id',
      'w.name',
      'w.description',
      'w.created_at',
      'own.role',
      of
        .selectFrom('workshop_members as m')
        .whereRef('m.workshop_id', '=', 'w.id')
        .select(count => count.fn.countAll<number>().as('count'))
        .as('member_count'),
    ])

export async function readWorkshop(db: Database, userId: number, id: number): Promise<WorkshopRow | null> {
  const row = await workshops(db, userId).where('w.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { ...row, member_count: row.member_count ?? 0 }
}

/** Those in which the caller has a role, or all. */
export async function listWorkshops(
  db: Database,
  caller: Caller,
  page: PageOf,
): Promise<{ readonly items: readonly WorkshopRow[]; readonly total: number }> {
  let found = workshops(db, caller.user_id)
  let counted = db.selectFrom('workshops as w').select(count => count.fn.countAll<number>().as('total'))
  if (!caller.is_superuser) {
    const theirs = sql<boolean>`w.id = any(${workshopsOf(caller)})`
    found = found.where(theirs)
    counted = counted.where(theirs)
  }
  const [rows, { total }] = await Promise.all([
    found.orderBy('w.id').limit(page.limit).offset(page.offset).execute(),
    counted.executeTakeFirstOrThrow(),
  ])
  return { items: rows.map(row => ({ ...row, member_count: row.member_count ?? 0 })), total }
}

const members = (db: Database, workshopId: number) =>
  db
    .selectFrom('workshop_members as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .where('m.workshop_id', '=', workshopId)
    .select(['m.user_id', 'u.email', 'u.display_name', 'm.role', 'm.joined_at'])

export async function listMembers(
  db: Database,
  workshopId: number,
  page: PageOf,
): Promise<{ readonly items: readonly MemberRow[]; readonly total: number }> {
  const [items, { total }] = await Promise.all([
    members(db, workshopId).orderBy('m.user_id').limit(page.limit).offset(page.offset).execute(),
    db
      .selectFrom('workshop_members')
      .where('workshop_id', '=', workshopId)
      .select(count => count.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { items, total }
}

export async function readMember(db: Database, workshopId: number, userId: number): Promise<MemberRow | null> {
  return (await members(db, workshopId).where('m.user_id', '=', userId).executeTakeFirst()) ?? null
}

export async function workshopExists(db: Database, id: number): Promise<boolean> {
  return (await db.selectFrom('workshops').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The workshop that the installation started with, or what is left of them. */
export async function firstWorkshopId(db: Database): Promise<number | null> {
  const row = await db.selectFrom('workshops').select('id').orderBy('id').limit(1).executeTakeFirst()
  return row?.id ?? null
}
