import type { JsonObject, JsonSource, JsonValue } from './definition.ts'

const maxDepth = 64
const maxTextLength = 20_000
const maxNodes = 2_000

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Walks without recursion, so that no nesting, however deep, can exhaust the stack. */
function sizeProblem(root: unknown): string | null {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }]
  let nodes = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    nodes += 1
    if (nodes > maxNodes) return `it has more than ${maxNodes} parts`
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > maxDepth) return `it is nested more than ${maxDepth} levels deep`
    for (const value of Object.values(next.value)) stack.push({ value, depth: next.depth + 1 })
  }
  return null
}

const parseText = (text: string): Read<unknown> => {
  if (text.length > maxTextLength) return { ok: false, problem: `it is longer than ${maxTextLength} characters` }
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, problem: 'it is not valid JSON' }
  }
}

/** Reads a condition's or an action's source, an object or JSON text holding one, within bounds of depth and size. */
export function readJsonObject(source: JsonSource): Read<JsonObject> {
  const parsed: Read<unknown> = typeof source === 'string' ? parseText(source) : { ok: true, value: source }
  if (!parsed.ok) return parsed
  if (!isJsonObject(parsed.value)) return { ok: false, problem: 'it has to be an object such as {"method": "hand"}' }
  const problem = sizeProblem(parsed.value)
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
