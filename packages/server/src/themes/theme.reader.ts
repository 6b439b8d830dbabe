import type { ColorScheme, IconSet } from '@hidesync/domain/themes/color-scheme'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

export interface ThemeRow {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly color_scheme: ColorScheme
  readonly icon_set: IconSet
  readonly is_system: boolean
  readonly created_by: number | null
  readonly created_at: Date
  readonly updated_at: Date
  readonly version: number
}

const columns = sql`t.id, t.name, t.description, t.color_scheme, coalesce(t.icon_set, 'line') as icon_set, t.is_system,
  t.created_by, t.created_at, t.updated_at, t.version`

/** The system's themes, then those that somebody made. */
export async function listThemes(db: Database, ownerId: number): Promise<readonly ThemeRow[]> {
  const { rows } = await sql<ThemeRow>`
    select ${columns} from workflow_themes t where t.is_system or t.created_by = ${ownerId}
    order by t.is_system desc, t.id`.execute(db)
  return rows
}

/** One theme and how many workflows have it. */
export async function readTheme(
  db: Database,
  id: number,
): Promise<(ThemeRow & { readonly workflow_count: number }) | null> {
  const { rows } = await sql<ThemeRow & { workflow_count: number }>`
    select ${columns}, (select count(*)::int from workflows w where w.theme_id = t.id and w.deleted_at is null)
      as workflow_count
    from workflow_themes t where t.id = ${id}`.execute(db)
  return rows[0] ?? null
}
