import type { Caller, SharePermission } from '@hidesync/domain/identity/permissions'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { workshopsOf } from '../identity/workshops-of-sql.ts'

/** Whom a share is with: one of the two. */
export interface Grantee {
  readonly user_id: number | null
  readonly workshop_id: number | null
}

export interface ShareRow extends Grantee {
  readonly name: string
  readonly email: string | null
  readonly permission: SharePermission
  readonly created_at: Date
}

/** The shares of a workflow, or the one with the grantee. Addresses only of people with whom the caller shares a workshop. */
export async function readShares(
  db: Database,
  caller: Caller,
  workflowId: number,
  grantee?: Grantee,
): Promise<readonly ShareRow[]> {
  const known = caller.is_superuser
    ? sql`true`
    : sql`exists (select from workshop_members m where m.user_id = u.id and m.workshop_id = any(${workshopsOf(caller)}))`
  const one =
    grantee === undefined
      ? sql`true`
      : sql`(s.user_id = ${grantee.user_id}::bigint or s.workshop_id = ${grantee.workshop_id}::bigint)`
  const { rows } = await sql<ShareRow>`
    select s.user_id, s.workshop_id, coalesce(u.display_name, o.name) as name, case when ${known} then u.email end as email,
      s.permission, s.created_at
    from workflow_shares s left join users u on u.id = s.user_id left join workshops o on o.id = s.workshop_id
    where s.workflow_id = ${workflowId} and ${one} order by s.id`.execute(db)
  return rows
}
