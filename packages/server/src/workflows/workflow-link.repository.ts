import type { Database, Transaction } from '../database/database.ts'

export interface WorkflowLinkRow {
  readonly id: number
  readonly created_at: Date
  readonly expires_at: Date | null
}

const shown = ['id', 'created_at', 'expires_at'] as const

export const insertLink = (
  tx: Transaction,
  row: Omit<WorkflowLinkRow, 'id'> & {
    readonly workflow_id: number
    readonly token_hash: string
    readonly created_by: number
  },
): Promise<WorkflowLinkRow> => tx.insertInto('workflow_links').values(row).returning(shown).executeTakeFirstOrThrow()

export const listLinks = (db: Database, workflowId: number): Promise<WorkflowLinkRow[]> =>
  db
    .selectFrom('workflow_links')
    .select(shown)
    .where('workflow_id', '=', workflowId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

/** False: the workflow has no such link. */
export async function deleteLink(tx: Transaction, workflowId: number, id: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('workflow_links')
    .where('id', '=', id)
    .where('workflow_id', '=', workflowId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The workflow that the token leads to now; null: to none. */
export async function readLinked(db: Database, token_hash: string, now: Date): Promise<number | null> {
  const row = await db
    .selectFrom('workflow_links')
    .select('workflow_id')
    .where('token_hash', '=', token_hash)
    .where(link => link.or([link('expires_at', 'is', null), link('expires_at', '>', now)]))
    .executeTakeFirst()
  return row?.workflow_id ?? null
}
