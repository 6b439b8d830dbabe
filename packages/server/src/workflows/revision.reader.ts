import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

export interface RevisionPage {
  /** A JSON list of `Revision`, as the database made it. */
  readonly items: string
  readonly total: number
}

const columns = sql`r.revision, r.content_hash, r.name,
  to_char(r.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, r.created_by, r.note`

/** One page of a workflow's revisions, the newest first. */
export async function readRevisions(
  db: Database,
  workflowId: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<RevisionPage> {
  const { rows } = await sql<RevisionPage>`
    select coalesce((select revision from workflows where id = ${workflowId}), 0) as total,
      (select coalesce(json_agg(page), '[]')::text from (
        select ${columns} from workflow_revisions r where r.workflow_id = ${workflowId}
        order by r.revision desc limit ${limit} offset ${offset}) page) as items`.execute(db)
  return rows[0] ?? { items: '[]', total: 0 }
}

export interface ShownRevision {
  /** JSON text of the `Revision`. */
  readonly shown: string
  readonly content_hash: string
}

export async function readRevision(db: Database, workflowId: number, revision: number): Promise<ShownRevision | null> {
  const { rows } = await sql<ShownRevision>`
    select r.content_hash, (select row_to_json(s)::text from (select ${columns}) s) as shown
    from workflow_revisions r where r.workflow_id = ${workflowId} and r.revision = ${revision}`.execute(db)
  return rows[0] ?? null
}
