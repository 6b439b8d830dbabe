import type { Caller } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import { visibleTo } from '../workflows/workflow-permissions-sql.ts'

export interface ProjectRow {
  readonly id: number
  readonly workshop_id: number
  readonly name: string
  readonly description: string | null
  readonly created_by: number | null
  readonly created_at: Date
  readonly updated_at: Date
  readonly workflow_count: number
  readonly execution_count: number
}

/** Counts along the indexes of what lies in the project; workflows of others that the caller may not see do not count. */
const columns = (caller: Caller) => sql`
  p.id, p.workshop_id, p.name, p.description, p.created_by, p.created_at, p.updated_at,
  (select count(*)::int from workflows w
    where w.project_id = p.id and w.deleted_at is null and ${visibleTo(caller)}) as workflow_count,
  (select count(*)::int from workflow_executions e where e.project_id = p.id) as execution_count`

export async function readProject(db: Database, caller: Caller, id: number): Promise<ProjectRow | null> {
  const { rows } = await sql<ProjectRow>`
    select ${columns(caller)} from projects p where p.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function listProjects(
  db: Database,
  caller: Caller,
  page: { readonly workshop_id: number; readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly ProjectRow[]; readonly total: number }> {
  const { workshop_id, limit, offset } = page
  const [items, counted] = await Promise.all([
    sql<ProjectRow>`select ${columns(caller)} from projects p where p.workshop_id = ${workshop_id}
      order by lower(p.name), p.id limit ${limit} offset ${offset}`.execute(db),
    db
      .selectFrom('projects')
      .where('workshop_id', '=', workshop_id)
      .select(count => count.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { items: items.rows, total: counted.total }
}

/** Whether the workshop has the project. */
export async function projectBelongs(db: Database, id: number, workshopId: number): Promise<boolean> {
  const row = await db
    .selectFrom('projects')
    .select('id')
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertProject(
  tx: Transaction,
  row: {
    readonly workshop_id: number
    readonly name: string
    readonly description: string | null
    readonly created_by: number
  },
): Promise<number> {
  const { id } = await tx.insertInto('projects').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateProject(
  tx: Transaction,
  id: number,
  changes: { readonly name?: string; readonly description?: string | null },
): Promise<void> {
  await tx
    .updateTable('projects')
    .set({ ...changes, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** Takes the project away; workflows that were in it have changed, executions go on as they were. */
export async function deleteProject(tx: Transaction, id: number): Promise<boolean> {
  await tx
    .updateTable('workflows')
    .set({ project_id: null, version: sql`version + 1`, updated_at: sql`now()` })
    .where('project_id', '=', id)
    .execute()
  const row = await tx.deleteFrom('projects').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}
