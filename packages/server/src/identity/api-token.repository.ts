import type { Database, Transaction } from '../database/database.ts'

const shown = ['id', 'name', 'scope', 'created_at', 'expires_at', 'last_used_at'] as const

export interface NewApiTokenRow {
  readonly user_id: number
  readonly name: string
  readonly scope: 'read' | 'write'
  readonly token_hash: string
  readonly created_at: Date
  readonly expires_at: Date | null
}

export const listApiTokens = (db: Database, userId: number) =>
  db
    .selectFrom('api_tokens')
    .select(shown)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export const insertApiToken = (tx: Transaction, row: NewApiTokenRow) =>
  tx.insertInto('api_tokens').values(row).returning(shown).executeTakeFirstOrThrow()

/** False: the user has no such token, or it was revoked before. */
export async function revokeApiToken(tx: Transaction, userId: number, id: number, now: Date): Promise<boolean> {
  const revoked = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return revoked !== undefined
}

export const revokeApiTokensOf = (tx: Transaction, userId: number, now: Date) =>
  tx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute()

/** Notes that the token was used. It stands alone, so it needs no transaction. */
export const touchApiToken = (db: Database, id: number, now: Date) =>
  db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', id).execute()
