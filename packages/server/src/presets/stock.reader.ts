import type { StockItem } from '@hidesync/domain/inventory/match-resources'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** A workshop with more keeps its matching to what it touched last. */
const mostItems = 5000

/** What a workshop has, by name, for telling what of it an imported workflow means. */
export async function readStock(db: Database, workshopId: number): Promise<readonly StockItem[]> {
  const { rows } = await sql<StockItem>`
    (select 'material' as resource_type, id, name, unit from dynamic_materials
      where workshop_id = ${workshopId} and deleted_at is null order by updated_at desc limit ${mostItems})
    union all (select 'tool', id, name, null from tools
      where workshop_id = ${workshopId} and deleted_at is null and status <> 'retired' order by updated_at desc limit ${mostItems})
    union all (select 'documentation', id, title, null from documentation
      where workshop_id = ${workshopId} and deleted_at is null order by updated_at desc limit ${mostItems})`.execute(db)
  return rows
}
