import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Whoever asks wants to know now, not when the database has recovered. Milliseconds. */
const patience = 2000

/** Whether the database answers in time. */
export async function databaseAnswers(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), patience)
  })
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
