import { createHash } from 'node:crypto'
import { isPlannedAnew } from '../dialect/planned-anew.ts'

const capacity = 300
// Texts seen once, remembered so that only what repeats is prepared: bulk inserts of ever other lengths are not.
const watched = 1000

/** Gives the statements that repeat a name, under which the server keeps them prepared, for each connection. Bounded: what comes later stays unnamed. */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #seen = new Set<string>()

  nameOf(sql: string): string | undefined {
    const name = this.#names.get(sql)
    if (name !== undefined || this.#names.size >= capacity || isPlannedAnew(sql)) return name
    if (!this.#seen.delete(sql)) {
      if (this.#seen.size >= watched) this.#seen.clear()
      this.#seen.add(sql)
      return undefined
    }
    const made = `hs_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`
    this.#names.set(sql, made)
    return made
  }
}
