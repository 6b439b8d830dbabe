import { deepestNesting } from '../workflows/json-scan.ts'
import { textProblem } from './text-rules.ts'

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Appends one key to a JSON pointer. */
export const pointer = (path: string, key: string | number): string => `${path}/${pointerPart(String(key))}`

export interface JsonProblem {
  readonly path: string
  readonly code: 'preset.too_deep' | 'preset.text'
  readonly message: string
}

/** What no JSON may hold, whatever it means: nesting beyond the limit, and texts (keys too) that can't be stored. */
export function jsonProblems(value: unknown, path: string): JsonProblem[] {
  const problems: JsonProblem[] = []
  const visit = (part: unknown, at: string, depth: number): void => {
    if (typeof part === 'string') {
      const problem = textProblem(part)
      if (problem !== null) problems.push({ path: at, code: 'preset.text', message: `The text at ${at} ${problem}.` })
      return
    }
    if (typeof part !== 'object' || part === null) return
    if (depth > deepestNesting) {
      problems.push({
        path: at,
        code: 'preset.too_deep',
        message: `The preset is nested deeper than ${deepestNesting} levels at ${at.slice(0, 100)}….`,
      })
      return
    }
    for (const [key, child] of Object.entries(part)) {
      const problem = Array.isArray(part) ? null : textProblem(key, 'one line')
      if (problem !== null)
        problems.push({ path: at, code: 'preset.text', message: `A field name at ${at || 'the top'} ${problem}.` })
      visit(child, pointer(at, key), depth + 1)
    }
  }
  visit(value, path, 1)
  return problems
}

/** The object that a condition or action is: itself, or what its JSON text holds; null if it is neither. */
export function sourceObject(source: unknown): Record<string, unknown> | null {
  let value = source
  if (typeof source === 'string') {
    try {
      value = JSON.parse(source)
    } catch {
      return null
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}
