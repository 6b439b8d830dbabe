import type { Caller } from '@hidesync/domain/identity/permissions'
import type { WorkflowAction } from '@hidesync/domain/identity/workflow-matrix'
import type { Visibility, WorkflowStatus } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { permissionsSql, visibleTo } from './workflow-permissions-sql.ts'

/** A workflow as its caller meets it, before anything is done with it. */
export interface WorkflowAccessRow {
  readonly id: number
  readonly name: string
  readonly status: WorkflowStatus
  readonly visibility: Visibility
  readonly created_by: number
  readonly content_hash: string
  readonly step_count: number
  readonly revision: number | null
  /** Minutes; null: the installation's. */
  readonly time_limit: number | null
  /** Counts every change; the ETag. */
  readonly version: number
  readonly permissions: readonly WorkflowAction[]
}

/** The workflow with what the caller may do with it, in one statement; null where to them there is none. */
export async function loadAccess(db: Database, caller: Caller, workflowId: number): Promise<WorkflowAccessRow | null> {
  const { rows } = await sql<WorkflowAccessRow>`
    select w.id, w.name, w.status, w.visibility, w.created_by, w.content_hash, w.step_count, w.revision, w.time_limit, w.version,
      ${permissionsSql(caller)} as permissions
    from workflows w
    where w.id = ${workflowId} and w.deleted_at is null and ${visibleTo(caller)}`.execute(db)
  return rows[0] ?? null
}
