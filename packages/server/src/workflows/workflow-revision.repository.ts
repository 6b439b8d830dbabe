import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

export interface RevisionRow {
  readonly id: number
  readonly revision: number
  readonly content_hash: string
}

const find = (tx: Transaction, workflowId: number, contentHash: string): Promise<RevisionRow | undefined> =>
  tx
    .selectFrom('workflow_revisions')
    .select(['id', 'revision', 'content_hash'])
    .where('workflow_id', '=', workflowId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst()

/**
 * The revision that freezes the workflow's present content, made if there is none yet. Numbers have no gaps: whoever makes
 * one holds the workflow's row while it does.
 */
export async function ensureRevision(
  tx: Transaction,
  workflow: { readonly id: number; readonly name: string; readonly content_hash: string },
  actorId: number,
): Promise<RevisionRow> {
  const existing = await find(tx, workflow.id, workflow.content_hash)
  if (existing !== undefined) return existing

  const { revision } = await tx
    .selectFrom('workflows')
    .select('revision')
    .where('id', '=', workflow.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const meanwhile = await find(tx, workflow.id, workflow.content_hash)
  if (meanwhile !== undefined) return meanwhile

  const next = (revision ?? 0) + 1
  await tx.updateTable('workflows').set({ revision: next }).where('id', '=', workflow.id).execute()
  return tx
    .insertInto('workflow_revisions')
    .values({
      workflow_id: workflow.id,
      revision: next,
      content_hash: workflow.content_hash,
      name: workflow.name,
      created_by: actorId,
    })
    .returning(['id', 'revision', 'content_hash'])
    .executeTakeFirstOrThrow()
}

/** What a person says of a revision. */
export async function noteRevision(
  tx: Transaction,
  { workflow_id, revision, note }: { readonly workflow_id: number; readonly revision: number; readonly note: string },
): Promise<void> {
  await tx
    .updateTable('workflow_revisions')
    .set({ note })
    .where('workflow_id', '=', workflow_id)
    .where('revision', '=', revision)
    .execute()
}

/** The revision that the workflow's present content is, else the newest there is; null where there is none yet. */
export async function newestRevision(
  db: Database,
  workflow: { readonly id: number; readonly content_hash: string },
): Promise<RevisionRow | null> {
  const row = await db
    .selectFrom('workflow_revisions')
    .select(['id', 'revision', 'content_hash'])
    .where('workflow_id', '=', workflow.id)
    .orderBy(sql`content_hash = ${workflow.content_hash}`, 'desc')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
