import type { Transaction } from '../database/database.ts'

export interface RefreshTokenRow {
  readonly id: number
  readonly family_id: string
  readonly user_id: number
  readonly expires_at: Date
  readonly used_at: Date | null
  readonly revoked_at: Date | null
}

/** Sessions: families of refresh tokens, each of which but the last has been used. Writes only, so it takes a transaction. */
export class SessionRepository {
  constructor(private readonly tx: Transaction) {}

  /** Locks the row: of two requests with one token the second sees that the first has used it. */
  async lock(token_hash: string): Promise<RefreshTokenRow | null> {
    const row = await this.tx
      .selectFrom('refresh_tokens')
      .select(['id', 'family_id', 'user_id', 'expires_at', 'used_at', 'revoked_at'])
      .where('token_hash', '=', token_hash)
      .forUpdate()
      .executeTakeFirst()
    return row ?? null
  }

  async insert(row: {
    readonly family_id: string
    readonly user_id: number
    /** Where it began at one. */
    readonly station_id?: number
    readonly token_hash: string
    readonly created_at: Date
    readonly expires_at: Date
  }): Promise<void> {
    await this.tx.insertInto('refresh_tokens').values(row).execute()
  }

  async markUsed(id: number, now: Date): Promise<void> {
    await this.tx.updateTable('refresh_tokens').set({ used_at: now }).where('id', '=', id).execute()
  }

  async endFamily(family_id: string, now: Date): Promise<void> {
    await this.tx
      .updateTable('refresh_tokens')
      .set({ revoked_at: now })
      .where('family_id', '=', family_id)
      .where('revoked_at', 'is', null)
      .execute()
  }

  /** Ends the sessions of a user, all or all but one. */
  async endAllOf(user_id: number, now: Date, except: string | null = null): Promise<void> {
    let ended = this.tx
      .updateTable('refresh_tokens')
      .set({ revoked_at: now })
      .where('user_id', '=', user_id)
      .where('revoked_at', 'is', null)
    if (except !== null) ended = ended.where('family_id', '!=', except)
    await ended.execute()
  }
}
