import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/**
 * Ids taken from a sequence a block at a time, so that a command knows the ids of its rows before it writes them and
 * pays no round trip for them. Ids left over when a process ends are never used.
 */
export class IdPool {
  readonly #sequence: string
  readonly #block: number
  #ids: number[] = []

  constructor(sequence: string, block = 64) {
    this.#sequence = sequence
    this.#block = block
  }

  /** `db` is the transaction, if the caller is in one. */
  async take(db: Database, count: number): Promise<readonly number[]> {
    if (this.#ids.length < count) {
      const { rows } = await sql<{ id: number }>`
        select nextval(${this.#sequence}::text::regclass) as id
        from generate_series(1, ${Math.max(count, this.#block)}::int)`.execute(db)
      this.#ids.push(...rows.map(({ id }) => id))
    }
    return this.#ids.splice(0, count)
  }
}
