import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

export interface WorkflowLinkRow {
  readonly id: number
  readonly created_at: Date
  readonly expires_at: Date | null
}

const notEnded = (now: Date) => sql<boolean>`(expires_at is null or expires_at > ${now})`

const shown = ['id', 'created_at', 'expires_at'] as const

export const insertLink = (
  tx: Transaction,
  row: Omit<WorkflowLinkRow, 'id'> & {
    readonly workflow_id: number
    readonly token_hash: string
    readonly created_by: number
  },
): Promise<WorkflowLinkRow> => tx.insertInto('workflow_links').values(row).returning(shown).executeTakeFirstOrThrow()

/** Those whose time is not over, the newest first, each with who made it. */
export const listLinks = (db: Database, workflowId: number, now: Date) =>
  db
    .selectFrom('workflow_links')
    .select([...shown, 'created_by'])
    .where('workflow_id', '=', workflowId)
    .where(notEnded(now))
    .orderBy('id', 'desc')
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

/** The workflow that the token leads to now, and who made it do so; null: to none. */
export async function readLinked(db: Database, token_hash: string, now: Date) {
  const row = await db
    .selectFrom('workflow_links')
    .select(['workflow_id', 'created_by'])
    .where('token_hash', '=', token_hash)
    .where(notEnded(now))
    .executeTakeFirst()
  return row ?? null
}

/** Removes links that have ended: their time is over, or their workflow was deleted. */
export async function deleteEndedLinks(db: Database, now: Date): Promise<void> {
  await sql`
    delete from workflow_links l using workflows w
    where w.id = l.workflow_id and (l.expires_at <= ${now} or w.deleted_at is not null)`.execute(db)
}
