import type { SharePermission } from '@hidesync/domain/identity/permissions'
import type { Transaction } from '../database/database.ts'
import type { Grantee } from './workflow-share.reader.ts'

/** Shares the workflow, or changes what the share with that grantee permits. */
export async function putShare(
  tx: Transaction,
  workflow_id: number,
  { user_id, workshop_id }: Grantee,
  permission: SharePermission,
): Promise<void> {
  await tx
    .insertInto('workflow_shares')
    .values({ workflow_id, user_id, workshop_id, permission })
    .onConflict(conflict =>
      conflict
        .constraint(user_id === null ? 'workflow_shares_workshop_key' : 'workflow_shares_user_key')
        .doUpdateSet({ permission }),
    )
    .execute()
}

/** False: it was not shared with them. */
export async function deleteShare(
  tx: Transaction,
  workflow_id: number,
  { user_id, workshop_id }: Grantee,
): Promise<boolean> {
  const column = user_id === null ? 'workshop_id' : 'user_id'
  const row = await tx
    .deleteFrom('workflow_shares')
    .where('workflow_id', '=', workflow_id)
    .where(column, '=', user_id ?? workshop_id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
