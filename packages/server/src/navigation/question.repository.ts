import type { Question } from '@hidesync/domain/navigation/converse/answer'
import { questionLapses } from '@hidesync/domain/navigation/converse/answer'
import type { Database, Transaction } from '../database/database.ts'

/** Whose question it is, in which run. */
export interface Asker {
  readonly execution_id: number
  readonly user_id: number
}

/** What a run has asked somebody and waits for; null: nothing, or too long ago. One that the run has gone past says so. */
export async function readQuestion(
  db: Database,
  { execution_id, user_id }: Asker,
  now: { readonly version: number; readonly at: number },
): Promise<Question | null> {
  const row = await db
    .selectFrom('workflow_execution_questions')
    .select(['question', 'version', 'asked_at'])
    .where('execution_id', '=', execution_id)
    .where('user_id', '=', user_id)
    .executeTakeFirst()
  if (row === undefined || now.at - row.asked_at.getTime() > questionLapses) return null
  return row.version === now.version ? (row.question as unknown as Question) : { type: 'changed' }
}

/** Keeps what was asked in place of what was asked before; null: nothing is open any more. */
export async function keepQuestion(
  tx: Transaction,
  { execution_id, user_id }: Asker,
  asked: { readonly question: Question | null; readonly version: number; readonly at: number },
): Promise<void> {
  if (asked.question === null) {
    await tx
      .deleteFrom('workflow_execution_questions')
      .where('execution_id', '=', execution_id)
      .where('user_id', '=', user_id)
      .execute()
    return
  }
  const values = {
    question: JSON.stringify(asked.question),
    version: asked.version,
    asked_at: new Date(asked.at),
  }
  await tx
    .insertInto('workflow_execution_questions')
    .values({ execution_id, user_id, ...values })
    .onConflict(conflict => conflict.columns(['execution_id', 'user_id']).doUpdateSet(values))
    .execute()
}
