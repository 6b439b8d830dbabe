import type { PresetTheme } from '@hidesync/domain/presets/preset'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/**
 * The id of the theme that a preset carries: one of the system, or of the importer, that is called the same and looks the same; else a new one of the
 * importer's own.
 */
export async function themeOf(tx: Transaction, theme: PresetTheme, ownerId: number): Promise<number> {
  const colors = JSON.stringify(theme.color_scheme)
  const { rows } = await sql<{ id: number }>`
    select id from workflow_themes
    where (is_system or created_by = ${ownerId}) and lower(name) = lower(${theme.name})
      and color_scheme = ${colors}::jsonb and icon_set is not distinct from ${theme.icon_set}
    order by is_system desc, id limit 1`.execute(tx)
  const [known] = rows
  if (known !== undefined) return known.id
  const { id } = await tx
    .insertInto('workflow_themes')
    .values({ ...theme, color_scheme: colors, created_by: ownerId, is_system: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
