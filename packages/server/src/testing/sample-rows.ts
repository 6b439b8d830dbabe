import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'

/** Makes a user with a name that nobody else has; returns its id. */
export async function insertUser(db: Database): Promise<number> {
  const { id } = await db
    .insertInto('users')
    .values({ email: `${randomUUID()}@example.org`, display_name: 'A maker', password_hash: 'none' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Stores the content of a workflow without steps; returns its hash. */
export async function insertEmptyContent(db: Database): Promise<string> {
  const content_hash = 'empty'
  const content = JSON.stringify({ steps: [], connections: [], outcomes: [] })
  await db
    .insertInto('workflow_contents')
    .values({ content_hash, content })
    .onConflict(oc => oc.doNothing())
    .execute()
  return content_hash
}
