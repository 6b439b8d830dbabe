import type { PresetTheme } from '@hidesync/domain/presets/preset'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** The theme that goes with a workflow, as a preset carries it; null where there is none. */
export async function readPresetTheme(db: Database, themeId: number | null): Promise<PresetTheme | null> {
  if (themeId === null) return null
  const { rows } = await sql<PresetTheme>`
    select name, description, color_scheme, coalesce(icon_set, 'line') as icon_set from workflow_themes where id = ${themeId}`.execute(
    db,
  )
  return rows[0] ?? null
}
