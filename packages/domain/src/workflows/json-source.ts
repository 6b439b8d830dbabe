import type { JsonObject, JsonSource, JsonValue } from './definition.ts'
import { isExact } from './json-rules.ts'
import { deepestNesting, scanJson } from './json-scan.ts'

const maxTextLength = 20_000
const maxNodes = 2_000

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const tooDeep = `it is nested more than ${deepestNesting} levels deep`

/** Walks without recursion, so that no nesting, however deep, can exhaust the stack. */
function valueProblem(root: unknown): string | null {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }]
  let nodes = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1
    if (nodes > maxNodes) return `it has more than ${maxNodes} parts`
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > deepestNesting) return tooDeep
    for (const value of Object.values(next.value)) stack.push({ value, depth: next.depth + 1 })
  }
  return null
}

function parseText(text: string): Read<unknown> {
  const problem = (said: string): Read<unknown> => ({ ok: false, problem: said })
  if (text.length > maxTextLength) return problem(`it is longer than ${maxTextLength} characters`)
  const { tooDeep: deep, duplicate } = scanJson(text)
  if (deep !== null) return problem(tooDeep)
  if (duplicate !== null) return problem(`“${duplicate.slice(1)}” is there twice`)
  let isKept = true
  try {
    const value: unknown = JSON.parse(text, (_name, part: unknown) => {
      if (typeof part === 'number') isKept &&= isExact(part)
      return part
    })
    return isKept
      ? { ok: true, value }
      : problem(`it holds a number beyond ±${Number.MAX_SAFE_INTEGER}, which cannot be kept exactly`)
  } catch {
    return problem('it is not valid JSON')
  }
}

/**
 * Reads a condition's or an action's source, an object or JSON text holding one, within bounds of depth and size. What could be read
 * in two ways, or not be kept as it is, is a problem.
 */
export function readJsonObject(source: JsonSource): Read<JsonObject> {
  const parsed: Read<unknown> = typeof source === 'string' ? parseText(source) : { ok: true, value: source }
  if (!parsed.ok) return parsed
  if (!isJsonObject(parsed.value)) return { ok: false, problem: 'it has to be an object such as {"method": "hand"}' }
  const problem = valueProblem(parsed.value)
  return problem === null ? { ok: true, value: parsed.value } : { ok: false, problem }
}

/** Whether two JSON values are the same; values of unlike types are not. The order of keys does not matter. */
export function sameJson(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return (
      one.length === other.length &&
      one.every((value, index) => sameJson(value as JsonValue, other[index] as JsonValue))
    )
  if (!isJsonObject(one) || !isJsonObject(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every(name => Object.hasOwn(other, name) && sameJson(one[name], other[name]))
  )
}

/** A variable's value; names are data, so an inherited property is never taken for one. */
export const variableValue = (variables: JsonObject, name: string): JsonValue | undefined =>
  Object.hasOwn(variables, name) ? variables[name] : undefined
