import type { PresetFinding } from './preset.ts'

const limit = 500

/** Collects what is wrong, all of it, so that an author mends a file in one go; and what was noticed on the way. */
export class Faults {
  readonly #found: PresetFinding[] = []
  readonly #notices: PresetFinding[] = []
  #left = 0

  add(path: string, code: string, message: string): void {
    if (this.#found.length < limit) this.#found.push({ path, code, message })
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
    if (this.#left === 0) return this.#found
    const message = `${this.#left} more findings are not listed: mend these ${limit} first.`
    return [...this.#found, { path: '', code: 'preset.more', message }]
  }
}

/** A value as an error text shows it: short, on one line. */
export function shown(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
