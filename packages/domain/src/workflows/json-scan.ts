/** Bodies, and JSON given as text inside them, may not be nested deeper. */
export const deepestNesting = 64

/** What the text of a body shows and the parsed value no longer does. */
export interface JsonScan {
  /** JSON pointer of what is nested beyond what is allowed; nothing behind that place was looked at. */
  readonly tooDeep: string | null
  /** JSON pointer of the first key that an object has twice. */
  readonly duplicate: string | null
}

interface Level {
  /** Null in an array. */
  readonly keys: Set<string> | null
  /** The key or index that is being read. */
  at: string | number
}

const quote = 0x22
const backslash = 0x5c
const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** Index behind the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length) {
    const code = text.charCodeAt(index)
    if (code === quote) return index + 1
    index += code === backslash ? 2 : 1
  }
  return text.length
}

const unescaped = (literal: string): string => {
  if (!literal.includes('\\')) return literal.slice(1, -1)
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal
  }
}

/** A name in a place that is told: one of millions of letters helps nobody. */
const longestTold = 200

const pointerOf = (levels: readonly Level[]): string =>
  levels.map(({ at }) => `/${String(at).slice(0, longestTold).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/**
 * One pass over the text, before any parser sees it, without recursion: how deep it is nested and whether an object has a key
 * twice. Text that is no JSON at all gets through; the parser says so.
 */
export function scanJson(text: string, deepest = deepestNesting): JsonScan {
  const levels: Level[] = []
  let duplicate: string | null = null
  let index = 0
  while (index < text.length) {
    const code = text.charCodeAt(index)
    const level = levels.at(-1)
    if (code === quote) {
      const end = endOfString(text, index)
      let next = end
      while (isSpace(text.charCodeAt(next))) next++
      if (level?.keys && text[next] === ':') {
        level.at = unescaped(text.slice(index, end))
        if (level.keys.has(level.at)) duplicate ??= pointerOf(levels)
        level.keys.add(level.at)
      }
      index = next
      continue
    }
    if (code === 0x7b || code === 0x5b) {
      if (levels.length === deepest) return { tooDeep: pointerOf(levels), duplicate }
      levels.push(code === 0x7b ? { keys: new Set(), at: '' } : { keys: null, at: 0 })
    } else if (code === 0x7d || code === 0x5d) levels.pop()
    else if (code === 0x2c && typeof level?.at === 'number') level.at++
    index++
  }
  return { tooDeep: null, duplicate }
}
