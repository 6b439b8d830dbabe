import type { PresetFinding } from './preset.ts'

/** So many findings are told at once, of each kind: more would drown the reader, and whoever sends them. */
const limit = 500
/** Characters of a place: names may be long, and stand in every place beneath them. */
const longestPath = 1000

/** Collects what is wrong, all of it, so that an author mends a file in one go; and what was noticed on the way. */
export class Faults {
  readonly #found: PresetFinding[] = []
  readonly #notices: PresetFinding[] = []
  #left = 0

  add(path: string, code: string, message: string): void {
    // What is there, and can't be read, is not missing as well.
    if (code === 'preset.missing_field' && this.#found.at(-1)?.path === path) return
    if (this.#found.length < limit) this.#found.push({ path: path.slice(0, longestPath), code, message })
    else this.#left += 1
  }

  /** What is right, but was taken otherwise than it was written. */
  notice(path: string, code: string, message: string): void {
    if (this.#notices.length < limit) this.#notices.push({ path, code, message })
  }

  get notices(): readonly PresetFinding[] {
    return this.#notices
  }

  get count(): number {
    return this.#found.length
  }

  /** The findings, with a last line saying how many were left out if there were very many. */
  list(): readonly PresetFinding[] {
    return withRest(this.#found, this.#left)
  }
}

const withRest = (found: readonly PresetFinding[], left: number): readonly PresetFinding[] => {
  const message = `${left} more findings are not listed: mend these ${limit} first.`
  return left === 0 ? found : [...found, { path: '', code: 'preset.more', message }]
}

/** The first of very many findings, with a last line saying how many were left out. */
export const firstOf = (findings: readonly PresetFinding[]): readonly PresetFinding[] =>
  withRest(findings.slice(0, limit), Math.max(0, findings.length - limit))

/** A value as an error text shows it: short, on one line. */
export function shown(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
