import type { JsonSource } from '../workflows/definition.ts'
import { poisonousName } from '../workflows/json-rules.ts'
import { readJsonObject } from '../workflows/json-source.ts'
import { shown, type Faults } from './faults.ts'
import { jsonProblems, pointer, sourceObject } from './json-check.ts'
import type { LocalId } from './preset.ts'
import { textLimits, textProblem } from './text-rules.ts'

/** Where an object lies in the file, and what people call it: `Step 3 “Cut”`. */
export interface Place {
  readonly faults: Faults
  readonly path: string
  readonly label: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the fields of one object, noting every fault instead of stopping at the first. A fault reads as the field's default,
 * so that reading goes on. `finish` reports the fields that nobody asked for.
 */
export class ObjectReader {
  readonly #fields: Record<string, unknown>
  readonly #asked = new Set<string>()
  readonly place: Place

  constructor(place: Place, value: unknown) {
    this.place = place
    if (!isObject(value))
      place.faults.add(place.path, 'preset.type', `${place.label} must be an object, not ${shown(value)}.`)
    this.#fields = isObject(value) ? value : {}
  }

  /** The value as it stands; undefined if it is absent. */
  raw(key: string): unknown {
    this.#asked.add(key)
    return Object.hasOwn(this.#fields, key) ? this.#fields[key] : undefined
  }

  /** The names of all its fields, where the file's author chose them. */
  keys(): readonly string[] {
    return Object.keys(this.#fields)
  }

  fault(key: string, code: string, message: string): void {
    this.place.faults.add(pointer(this.place.path, key), code, message)
  }

  /** The place of something within this object; `suffix` as in a JSON pointer, such as `steps/3`. */
  within(suffix: string, label: string): Place {
    return { faults: this.place.faults, path: `${this.place.path}/${suffix}`, label }
  }

  #wrongType(key: string, expected: string, value: unknown): null {
    this.fault(key, 'preset.type', `${this.place.label}: \`${key}\` must be ${expected}, not ${shown(value)}.`)
    return null
  }

  #present(key: string): unknown {
    return this.raw(key) ?? null
  }

  /** A text; null if absent. Blank counts as absent where there is one line only. */
  text(key: string, max: number, lines: 'one line' | 'many lines' = 'many lines'): string | null {
    const value = this.#present(key)
    if (value === null) return null
    if (typeof value !== 'string') return this.#wrongType(key, 'a text', value)
    if (value.length > max) {
      const message = `${this.place.label}: \`${key}\` has ${value.length} characters; ${max} are allowed.`
      this.fault(key, 'preset.too_long', message)
    }
    const problem = textProblem(value, lines)
    if (problem !== null) this.fault(key, 'preset.text', `${this.place.label}: \`${key}\` ${problem}.`)
    return lines === 'one line' && value.trim() === '' ? null : value
  }

  flag(key: string, otherwise: boolean): boolean {
    const value = this.#present(key)
    if (value === null) return otherwise
    if (typeof value === 'boolean') return value
    this.#wrongType(key, 'true or false', value)
    return otherwise
  }

  number(key: string, range: { min: number; max: number; what: string; whole?: boolean }): number | null {
    const value = this.#present(key)
    if (value === null) return null
    const { min, max, what, whole } = range
    const fits = typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
    if (fits) return value
    const expected = `${what} from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}`
    const message = `${this.place.label}: \`${key}\` must be ${expected}, not ${shown(value)}.`
    this.fault(key, typeof value === 'number' ? 'preset.out_of_range' : 'preset.type', message)
    return null
  }

  minutes(key: string): number | null {
    return this.number(key, { min: 0, max: 86_400, what: 'a number of minutes' })
  }

  order(key: string): number | null {
    return this.number(key, { min: 0, max: 2_147_483_647, what: 'a whole number', whole: true })
  }

  oneOf<T extends string>(key: string, values: readonly T[], code = 'preset.unknown_value'): T | null {
    const value = this.#present(key)
    if (value === null) return null
    const found = values.find(candidate => candidate === value)
    if (found !== undefined) return found
    this.fault(key, code, `${this.place.label}: \`${key}\` must be one of ${values.join(', ')}, not ${shown(value)}.`)
    return null
  }

  /** A list, cut where it is too long; empty if absent or no list at all. */
  list(key: string, max = Number.POSITIVE_INFINITY): readonly unknown[] {
    const value = this.#present(key)
    if (value === null) return []
    if (!Array.isArray(value)) {
      this.#wrongType(key, 'a list', value)
      return []
    }
    if (value.length > max) {
      const message = `${this.place.label}: \`${key}\` has ${value.length} entries; ${max} are allowed.`
      this.fault(key, 'preset.too_long', message)
    }
    return value.slice(0, max)
  }

  /** A list of texts, none of them blank unless that is said to be right. */
  texts(key: string, limits: { each: number; count: number; lines?: 'one line'; blank?: boolean }): readonly string[] {
    return this.list(key, limits.count).flatMap((value, index) => {
      const path = `${key}/${index}`
      const at = `${this.place.label}: entry ${index + 1} of \`${key}\``
      const add = (code: string, message: string) =>
        this.place.faults.add(`${this.place.path}/${path}`, code, `${at} ${message}.`)
      if (typeof value !== 'string' || (value.trim() === '' && limits.blank !== true)) {
        add('preset.type', `must be a text that is not blank, not ${shown(value)}`)
        return []
      }
      if (value.length > limits.each)
        add('preset.too_long', `has ${value.length} characters; ${limits.each} are allowed`)
      const problem = textProblem(value, limits.lines)
      if (problem !== null) add('preset.text', problem)
      return [value]
    })
  }

  /** A condition or an action: an object, or JSON text that holds one. What it says is the engine's business. */
  source(key: string): JsonSource | null {
    const value = this.#present(key)
    if (value === null) return null
    if (typeof value === 'string' && value.length > textLimits.source) {
      const message = `${this.place.label}: \`${key}\` has ${value.length} characters; ${textLimits.source} are allowed.`
      this.fault(key, 'preset.too_long', message)
      return null
    }
    const object = sourceObject(value)
    if (object === null) return this.#wrongType(key, 'an object, or JSON text that holds an object', value)
    if (typeof value === 'string') this.#checkHidden(key, value, object)
    return value as JsonSource
  }

  /** The file's own values are checked as a whole; what JSON text hides is not part of that. */
  #checkHidden(key: string, text: string, object: object): void {
    const problems = jsonProblems(object, pointer(this.place.path, key))
    for (const problem of problems) this.place.faults.add(problem.path, problem.code, problem.message)
    if (problems.length > 0) return
    const read = readJsonObject(text)
    const name = poisonousName(object)
    // To the engine it is a name like any other; a body that has it is refused.
    const said = !read.ok ? read.problem : name === null ? null : `“${name}” is not a name that may be used`
    if (said !== null) this.fault(key, 'preset.source', `${this.place.label}: \`${key}\` can't be read: ${said}.`)
  }

  /** A local id: a whole number or a text. */
  localId(key: string): LocalId | null {
    const value = this.#present(key)
    if (value === null) return null
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    if (typeof value === 'string' && value.trim() !== '' && value.length <= textLimits.local_id) {
      const problem = textProblem(value, 'one line')
      if (problem !== null) this.fault(key, 'preset.text', `${this.place.label}: \`${key}\` ${problem}.`)
      return value
    }
    return this.#wrongType(key, 'a whole number or a short text', value)
  }

  /** To be called last. */
  finish(): void {
    for (const key of Object.keys(this.#fields))
      if (!this.#asked.has(key)) {
        const known = [...this.#asked].join(', ')
        this.fault(
          key,
          'preset.unknown_field',
          `${this.place.label} has an unknown field ${shown(key)}; its fields are ${known}.`,
        )
      }
  }
}
