import type { Database, Transaction } from '../database/database.ts'

export interface CommentRow {
  readonly id: number
  readonly author_id: number
  readonly author_name: string
  readonly text: string
  readonly created_at: Date
}

const comments = (db: Database, workflowId: number) =>
  db
    .selectFrom('workflow_comments as c')
    .innerJoin('users as u', 'u.id', 'c.author_id')
    .where('c.workflow_id', '=', workflowId)
    .select(['c.id', 'c.author_id', 'u.display_name as author_name', 'c.text', 'c.created_at'])

/** The newest first, with how many there are: that count is kept, not counted. */
export async function listComments(
  db: Database,
  workflowId: number,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly CommentRow[]; readonly total: number }> {
  const [items, counted] = await Promise.all([
    comments(db, workflowId).orderBy('c.id', 'desc').limit(page.limit).offset(page.offset).execute(),
    db.selectFrom('workflows').select('comment_count as total').where('id', '=', workflowId).executeTakeFirstOrThrow(),
  ])
  return { items, total: counted.total }
}

/** Null: the workflow has no such comment. */
export async function readComment(db: Database, workflowId: number, id: number): Promise<CommentRow | null> {
  return (await comments(db, workflowId).where('c.id', '=', id).executeTakeFirst()) ?? null
}

export async function insertComment(
  tx: Transaction,
  row: { readonly workflow_id: number; readonly author_id: number; readonly text: string },
): Promise<number> {
  const { id } = await tx.insertInto('workflow_comments').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** False: somebody else was quicker. */
export async function deleteComment(tx: Transaction, id: number): Promise<boolean> {
  const row = await tx.deleteFrom('workflow_comments').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}
