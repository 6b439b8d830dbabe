import type { WorkshopRole } from '@hidesync/domain/identity/permissions'
import type { Transaction } from '../database/database.ts'

interface Membership {
  readonly workshop_id: number
  readonly user_id: number
}

/** Writes workshops and who belongs to them. */
export class WorkshopRepository {
  constructor(private readonly tx: Transaction) {}

  async insert(row: { readonly name: string; readonly description: string | null }): Promise<number> {
    const { id } = await this.tx.insertInto('workshops').values(row).returning('id').executeTakeFirstOrThrow()
    return id
  }

  async update(id: number, changes: { readonly name?: string; readonly description?: string | null }): Promise<void> {
    if (Object.keys(changes).length === 0) return
    await this.tx.updateTable('workshops').set(changes).where('id', '=', id).execute()
  }

  /** False: they belong to it already. */
  async addMember(member: Membership & { readonly role: WorkshopRole }): Promise<boolean> {
    const added = await this.tx
      .insertInto('workshop_members')
      .values(member)
      .onConflict(conflict => conflict.doNothing())
      .returning('user_id')
      .executeTakeFirst()
    return added !== undefined
  }

  /** The managers, locked: of two who leave at once the second sees that they are the last. */
  async lockManagers(workshopId: number): Promise<readonly number[]> {
    const rows = await this.tx
      .selectFrom('workshop_members')
      .select('user_id')
      .where('workshop_id', '=', workshopId)
      .where('role', '=', 'manager')
      .orderBy('user_id')
      .forUpdate()
      .execute()
    return rows.map(({ user_id }) => user_id)
  }

  async setRole({ workshop_id, user_id }: Membership, role: WorkshopRole): Promise<boolean> {
    const row = await this.tx
      .updateTable('workshop_members')
      .set({ role })
      .where('workshop_id', '=', workshop_id)
      .where('user_id', '=', user_id)
      .returning('user_id')
      .executeTakeFirst()
    return row !== undefined
  }

  async removeMember({ workshop_id, user_id }: Membership): Promise<boolean> {
    const row = await this.tx
      .deleteFrom('workshop_members')
      .where('workshop_id', '=', workshop_id)
      .where('user_id', '=', user_id)
      .returning('user_id')
      .executeTakeFirst()
    return row !== undefined
  }
}
