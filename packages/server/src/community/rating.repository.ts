import type { Rating } from '@hidesync/contract/community/community.schemas'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'

/** The stars that a person gave, beside what all gave; a trigger keeps the sums. */
export async function readRating(db: Database, workflowId: number, userId: number): Promise<Rating> {
  const { rows } = await sql<Rating>`
    select r.stars, w.rating_average, w.rating_count
    from workflows w left join workflow_ratings r on r.workflow_id = w.id and r.user_id = ${userId}
    where w.id = ${workflowId}`.execute(db)
  return rows[0] ?? { stars: null, rating_average: null, rating_count: 0 }
}

export async function putRating(
  tx: Transaction,
  row: { readonly workflow_id: number; readonly user_id: number; readonly stars: number },
): Promise<void> {
  await tx
    .insertInto('workflow_ratings')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['workflow_id', 'user_id']).doUpdateSet({ stars: row.stars, updated_at: sql`now()` }),
    )
    .execute()
}

/** False: there was none. */
export async function deleteRating(tx: Transaction, workflowId: number, userId: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('workflow_ratings')
    .where('workflow_id', '=', workflowId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}
