import type { Transaction } from '../database/database.ts'
import { userColumns, type UserRow } from './user.reader.ts'

export interface NewUserRow {
  readonly email: string
  readonly display_name: string
  readonly password_hash: string
  readonly locale: string
  readonly is_superuser: boolean
  readonly default_workshop_id: number
}

export interface UserUpdate {
  readonly email?: string
  readonly display_name?: string
  readonly locale?: string
  readonly is_superuser?: boolean
  readonly is_active?: boolean
  readonly default_workshop_id?: number
  readonly password_hash?: string
  readonly pin_hash?: string | null
  /** As JSON text. */
  readonly preferences?: string
}

/** Writes users. */
export class UserRepository {
  constructor(private readonly tx: Transaction) {}

  insert(row: NewUserRow): Promise<UserRow> {
    return this.tx.insertInto('users').values(row).returning(userColumns).executeTakeFirstOrThrow()
  }

  /** Null: there is no such user. */
  async update(id: number, changes: UserUpdate, now: Date): Promise<UserRow | null> {
    const row = await this.tx
      .updateTable('users')
      .set({ ...changes, updated_at: now })
      .where('id', '=', id)
      .returning(userColumns)
      .executeTakeFirst()
    return row ?? null
  }

  /** The superusers that can sign in, locked: of two who give up the right at once the second sees that they are the last. */
  async lockSuperusers(): Promise<readonly number[]> {
    const rows = await this.tx
      .selectFrom('users')
      .select('id')
      .where('is_superuser', '=', true)
      .where('is_active', '=', true)
      .orderBy('id')
      .forUpdate()
      .execute()
    return rows.map(({ id }) => id)
  }

  /** False: there is no such user. Throws a foreign key violation where the user has made something. */
  async delete(id: number): Promise<boolean> {
    const row = await this.tx.deleteFrom('users').where('id', '=', id).returning('id').executeTakeFirst()
    return row !== undefined
  }

  async leaveAllWorkshops(id: number): Promise<void> {
    await this.tx.deleteFrom('workshop_members').where('user_id', '=', id).execute()
  }
}
