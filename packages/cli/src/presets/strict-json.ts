/** What is wrong with a JSON text, and where; lines and columns count from 1. */
export interface JsonProblem {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** What a text holds, or what is wrong with it. */
export type ReadJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: JsonProblem }

const deepest = 64

const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

/** The end of the string that begins at `at` (a quote), just behind its closing quote. */
function stringEnd(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end + 1
}

/**
 * Looks through a JSON text, in one pass, for what `JSON.parse` silently bends: a key that stands twice in one object, and numbers that
 * a double cannot hold; and for nesting that no reader should follow.
 */
function bentPart(text: string): JsonProblem | null {
  const open: (Set<string> | null)[] = []
  let keyExpected = false
  for (let at = 0; at < text.length;) {
    const character = text[at] ?? ''
    if (character === '"') {
      const end = stringEnd(text, at)
      const keys = open.at(-1)
      if (keyExpected && keys) {
        const key = JSON.parse(text.slice(at, end)) as string
        if (keys.has(key)) return { message: `The field “${key}” stands twice in one object.`, ...placeOf(text, at) }
        keys.add(key)
        keyExpected = false
      }
      at = end
      continue
    }
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : null)
      keyExpected = character === '{'
      if (open.length > deepest) return { message: `It is nested deeper than ${deepest} levels.`, ...placeOf(text, at) }
    } else if (character === '}' || character === ']') open.pop()
    else if (character === ',') keyExpected = open.at(-1) instanceof Set
    else if (/[-\d]/.test(character)) {
      const number = /^-?[\d.]+(?:[eE][-+]?\d+)?/.exec(text.slice(at, at + 400))?.[0] ?? character
      const value = Number(number)
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
        return { message: `The number ${number.slice(0, 40)} is too large to be kept exactly.`, ...placeOf(text, at) }
      at += number.length
      continue
    }
    at += 1
  }
  return null
}

const errorOf = (text: string): string => {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

const saysPosition = /position (\d+)/
const isToken = (error: string): boolean => error.startsWith('Unexpected token')

/** Where the parser's complaint lies. Of a token that no value begins with it does not say so, but every text that ends before it lacks that complaint. */
function faultAt(text: string): number {
  const error = errorOf(text)
  const stated = saysPosition.exec(error)?.[1]
  if (stated !== undefined) return Number(stated)
  if (!isToken(error)) return text.length
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (isToken(errorOf(text.slice(0, middle)))) bad = middle
    else good = middle
  }
  return good
}

/** Parses JSON, and refuses what is ambiguous or would be bent in reading. */
export function parseStrictJson(text: string): ReadJson {
  let value: unknown
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  try {
    value = JSON.parse(source)
  } catch {
    const at = faultAt(source)
    const found = at >= source.length ? 'it ends too early' : `${JSON.stringify(source[at])} should not stand there`
    return { ok: false, problem: { message: `This is no JSON: ${found}.`, ...placeOf(source, at) } }
  }
  const problem = bentPart(source)
  return problem === null ? { ok: true, value } : { ok: false, problem }
}
