import {
  communityPermissions,
  workflowPermissions,
  type Caller,
  type SharePermission,
} from '@hidesync/domain/identity/permissions'
import type { CommunityAction, WorkflowAction } from '@hidesync/domain/identity/workflow-matrix'
import type { Visibility, WorkflowStatus } from '@hidesync/domain/workflows/definition'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { sharedPermission } from '../workflows/workflow-permissions-sql.ts'
import { notFound } from '../workflows/workflow-refusals.ts'

interface Row {
  readonly id: number
  readonly name: string
  readonly status: WorkflowStatus
  readonly visibility: Visibility
  readonly created_by: number
  readonly content_hash: string
  readonly shared: SharePermission | null
}

/** A workflow with what the caller may do with it, and around it. */
export interface CommunityAccess extends Row {
  readonly permissions: readonly WorkflowAction[]
  readonly community: readonly CommunityAction[]
}

/** Null: to the caller there is no such workflow. */
export async function loadCommunity(db: Database, caller: Caller, id: number): Promise<CommunityAccess | null> {
  const { rows } = await sql<Row>`
    select w.id, w.name, w.status, w.visibility, w.created_by, w.content_hash, ${sharedPermission(caller)} as shared
    from workflows w where w.id = ${id} and w.deleted_at is null`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  const permissions = workflowPermissions(caller, row)
  return permissions.includes('read') ? { ...row, permissions, community: communityPermissions(caller, row) } : null
}

/** The same for what one has to see at least: throws 404. */
export async function requireReadable(db: Database, caller: Caller, id: number): Promise<CommunityAccess> {
  const workflow = await loadCommunity(db, caller, id)
  if (workflow === null) throw notFound(id)
  return workflow
}

/** Refuses (403) what one may not do around a workflow that one sees. `doing` as in “You may not rate …”. */
export function requireCommunity(workflow: CommunityAccess, action: CommunityAction, doing: string): void {
  if (workflow.community.includes(action)) return
  const isPublic = workflow.visibility === 'public'
  const why = isPublic
    ? 'It is your own.'
    : `It is ${workflow.visibility}: that takes a public workflow of the library.`
  throw new AppError('access.forbidden', `You may see “${workflow.name}” but not ${doing} it. ${why}`, {
    reason: isPublic ? 'own_workflow' : 'not_public',
  })
}
