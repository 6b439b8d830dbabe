import type { PhotoType } from '@hidesync/contract/executions/photo-files'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

export interface PhotoRow {
  readonly id: number
  readonly workshop_id: number
  readonly execution_id: number
  readonly step_id: number
  readonly file: string
  readonly media_type: PhotoType
  readonly size: number
  readonly caption: string | null
  readonly created_by: number | null
  readonly created_by_name: string | null
  readonly created_at: Date
}

export type NewPhoto = Omit<PhotoRow, 'id' | 'created_by_name'> & { readonly created_by: number }

const columns = sql`p.id, p.workshop_id, p.execution_id, p.step_id, p.file, p.media_type, p.size, p.caption, p.created_by,
  u.display_name as created_by_name, p.created_at`

/** Has all that changes a run come one after the other until the transaction ends, and gives the run's version. */
export async function lockExecution(tx: Transaction, id: number): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from workflow_executions where id = ${id} for no key update`.execute(tx)
  return rows[0]?.version ?? 0
}

/** In a transaction that has locked the run: two at once count one after the other. Null: the run has as many as it may have. */
export async function insertPhoto(tx: Transaction, row: NewPhoto, most: number): Promise<PhotoRow | null> {
  const { execution_id } = row
  const { rows } = await sql<PhotoRow>`
    with p as (
      insert into workflow_step_photos (workshop_id, execution_id, step_id, file, media_type, size, caption, created_by, created_at)
      select ${row.workshop_id}, ${execution_id}, ${row.step_id}, ${row.file}::uuid, ${row.media_type}, ${row.size},
        ${row.caption}, ${row.created_by}, ${row.created_at}
      where (select count(*) from workflow_step_photos o where o.execution_id = ${execution_id}) < ${most}
      returning *)
    select ${columns} from p left join users u on u.id = p.created_by`.execute(tx)
  return rows[0] ?? null
}

export async function listPhotos(db: Database, execution_id: number, step_id?: number): Promise<PhotoRow[]> {
  const ofStep = step_id === undefined ? sql`` : sql`and p.step_id = ${step_id}`
  const { rows } = await sql<PhotoRow>`
    select ${columns} from workflow_step_photos p left join users u on u.id = p.created_by
    where p.execution_id = ${execution_id} ${ofStep} order by p.id`.execute(db)
  return rows
}

export async function readPhoto(db: Database, id: number): Promise<PhotoRow | null> {
  const { rows } = await sql<PhotoRow>`
    select ${columns} from workflow_step_photos p left join users u on u.id = p.created_by where p.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Whether it was there. */
export async function deletePhoto(tx: Transaction, id: number): Promise<boolean> {
  const { rows } = await sql`delete from workflow_step_photos where id = ${id} returning id`.execute(tx)
  return rows.length > 0
}

/** Of these names of files, those that some photo has. */
export async function keptFiles(db: Database, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ file: string }>`
    select file from workflow_step_photos where file::text = any(${[...names]}::text[])`.execute(db)
  return new Set(rows.map(row => row.file))
}
