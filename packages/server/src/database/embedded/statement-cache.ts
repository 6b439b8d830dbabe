import { isPlannedAnew } from '../dialect/planned-anew.ts'

export interface PreparedStatement {
  readonly name: string
  /** Known once it has been described. */
  columns: { readonly names: readonly string[]; readonly oids: readonly number[] } | null
}

const capacity = 200
// Longer texts are bulk inserts, whose number of rows differs each time.
const longest = 20_000

/** The statements that the engine holds prepared, by their text; the least recently used one makes room. */
export class StatementCache {
  readonly #statements = new Map<string, PreparedStatement>()
  #made = 0

  get(sql: string): PreparedStatement | null {
    const statement = this.#statements.get(sql)
    if (statement === undefined) return null
    this.#statements.delete(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  /** A name for a new statement, or null where preparing it would not pay. */
  nextName(sql: string): string | null {
    return sql.length > longest || isPlannedAnew(sql) ? null : `s${++this.#made}`
  }

  /** Returns the names of the statements that had to go. */
  add(sql: string, statement: PreparedStatement): readonly string[] {
    this.#statements.set(sql, statement)
    const [oldest] = this.#statements
    if (this.#statements.size <= capacity || oldest === undefined) return []
    this.#statements.delete(oldest[0])
    return [oldest[1].name]
  }

  /** Returns the names of all that there were. */
  clear(): readonly string[] {
    const names = [...this.#statements.values()].map(({ name }) => name)
    this.#statements.clear()
    return names
  }
}
