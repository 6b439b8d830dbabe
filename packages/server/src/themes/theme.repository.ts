import type { ColorScheme } from '@hidesync/domain/themes/color-scheme'
import { sameJson } from '@hidesync/domain/workflows/json-source'
import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import type { Transaction } from '../database/database.ts'
import { listThemes } from './theme.reader.ts'

export interface ThemeFields {
  readonly name: string
  readonly description: string | null
  readonly color_scheme: ColorScheme
  readonly icon_set: string
  readonly is_system: boolean
}

/** The owner, or the system, has another theme of that name; the caller knows how to say so. */
export class ThemeNameTakenError extends Error {
  override readonly name = 'ThemeNameTakenError'
}

async function orNameTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (error instanceof DatabaseError && /^workflow_themes_(own|system)_name_key$/.test(error.constraint ?? ''))
      throw new ThemeNameTakenError()
    throw error
  }
}

const row = ({ color_scheme, ...fields }: ThemeFields) => ({ ...fields, color_scheme: JSON.stringify(color_scheme) })

/** Throws `ThemeNameTakenError`. */
export async function insertTheme(tx: Transaction, ownerId: number, fields: ThemeFields): Promise<number> {
  const { id } = await orNameTaken(
    tx
      .insertInto('workflow_themes')
      .values({ ...row(fields), created_by: ownerId })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

/** Throws `ThemeNameTakenError`. */
export async function updateTheme(tx: Transaction, id: number, fields: ThemeFields): Promise<void> {
  await orNameTaken(
    tx
      .updateTable('workflow_themes')
      .set({ ...row(fields), version: sql`version + 1`, updated_at: sql`now()` })
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

/** Holds the theme's row until the end of the transaction. */
export async function lockTheme(tx: Transaction, id: number): Promise<void> {
  await tx.selectFrom('workflow_themes').select('id').where('id', '=', id).forUpdate().execute()
}

/** Removes the theme, and takes it from the workflows that have it: each counts the change. */
export async function deleteTheme(tx: Transaction, id: number): Promise<void> {
  await sql`update workflows set theme_id = null, version = version + 1, updated_at = now()
    where theme_id = ${id}`.execute(tx)
  await tx.deleteFrom('workflow_themes').where('id', '=', id).execute()
}

/**
 * The theme of a file for its importer: one of the system or of their own that looks alike and has that name, else a new one,
 * under a free name.
 */
export async function ensureTheme(
  tx: Transaction,
  ownerId: number,
  { name: stated, description, color_scheme, icon_set }: Omit<ThemeFields, 'is_system'>,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`theme names of ${ownerId}`}, 0))`.execute(tx)
  const known = await listThemes(tx, ownerId)
  const name = stated.trim()
  const isCalled = (other: string) => other.toLowerCase() === name.toLowerCase()
  const same = known.find(
    one => isCalled(one.name) && one.icon_set === icon_set && sameJson({ ...one.color_scheme }, { ...color_scheme }),
  )
  if (same !== undefined) return same.id
  const own = known.filter(({ is_system }) => !is_system).map(one => one.name)
  const free = own.some(isCalled) ? numberedName(name, own) : name
  return insertTheme(tx, ownerId, { name: free, description, color_scheme, icon_set, is_system: false })
}
