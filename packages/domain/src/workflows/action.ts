import type { JsonObject, JsonSource, JsonValue } from './definition.ts'
import { isJsonObject, readJsonObject } from './json-source.ts'

/** What choosing an option does. Ids are those of the definition. */
export interface Action {
  readonly set_variable: JsonObject
  readonly goto_step: number | null
  readonly complete_with_outcome: number | null
}

export type ParsedAction =
  { readonly ok: true; readonly action: Action } | { readonly ok: false; readonly problem: string }

export const noAction: Action = { set_variable: {}, goto_step: null, complete_with_outcome: null }

const known = ['set_variable', 'goto_step', 'complete_with_outcome']

function partProblem(key: string, value: JsonValue): string | null {
  if (!known.includes(key)) return `“${key}” is no action: use ${known.join(', ')}`
  if (key === 'set_variable') return isJsonObject(value) ? null : '“set_variable” has to hold names and values'
  return Number.isSafeInteger(value)
    ? null
    : `“${key}” has to hold the id of ${key === 'goto_step' ? 'a step' : 'an outcome'}`
}

/** Reads an option's action: `{"set_variable":{…}}`, `{"goto_step":N}`, `{"complete_with_outcome":N}` or several together. */
export function parseAction(source: JsonSource): ParsedAction {
  const read = readJsonObject(source)
  if (!read.ok) return read
  for (const [key, value] of Object.entries(read.value)) {
    const problem = partProblem(key, value)
    if (problem !== null) return { ok: false, problem }
  }
  return { ok: true, action: { ...noAction, ...(read.value as Partial<Action>) } }
}
