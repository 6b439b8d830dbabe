import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Ids of things in stock, by the field of a resource that names them. */
export interface StockNames {
  readonly dynamic_material_id: readonly number[]
  readonly tool_id: readonly number[]
  readonly documentation_id: readonly number[]
}

/** Which of the named things exist in these workshops (null: in any). */
export async function readStockIds(
  db: Database,
  asked: StockNames,
  workshops: readonly number[] | null,
): Promise<StockNames> {
  const within = workshops === null ? sql`true` : sql`workshop_id = any(${[...workshops]}::bigint[])`
  const ids = (
    table: string,
    wanted: readonly number[],
  ) => sql`(select coalesce(json_agg(id), '[]') from ${sql.table(table)}
    where deleted_at is null and id = any(${[...wanted]}::bigint[]) and ${within})`
  const { rows } =
    await sql<StockNames>`select ${ids('dynamic_materials', asked.dynamic_material_id)} as dynamic_material_id,
    ${ids('tools', asked.tool_id)} as tool_id, ${ids('documentation', asked.documentation_id)} as documentation_id`.execute(
      db,
    )
  return rows[0] ?? { dynamic_material_id: [], tool_id: [], documentation_id: [] }
}
