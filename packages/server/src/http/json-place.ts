/** Where a text stops being JSON. */
export interface JsonPlace {
  /** Both from 1. */
  readonly line: number
  readonly column: number
  /** What is there is right: it only ends too early. */
  readonly isShort: boolean
}

const space = /[\t\n\r ]*/y
const token = /[{}[\],:]/y
/** As much of a word or a number as there is, and whether that is all of it. */
const literal =
  /t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|n(?:u(?:ll?)?)?|-?(?:(?:0|[1-9]\d*)(?:\.(?:\d+(?:[eE][+-]?\d*)?)?|[eE][+-]?\d*)?)?/y
const wholeLiteral = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{0,4})?/y
const wholeEscape = /^\\(?:[^u]|u.{4})$/

interface Part {
  readonly end: number
  readonly isWhole: boolean
}

function read(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function readLiteral(text: string, start: number): Part {
  const found = read(literal, text, start)
  return { end: start + found.length, isWhole: wholeLiteral.test(found) }
}

function readString(text: string, start: number): Part {
  let end = start + 1
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === 0x22) return { end: end + 1, isWhole: true }
    if (code < 0x20) break
    const escaped = code === 0x5c ? read(escape, text, end) : null
    end += escaped?.length ?? 1
    if (escaped !== null && !wholeEscape.test(escaped)) break
  }
  return { end, isWhole: false }
}

/** What may stand at the next place: a value or the end of an empty list, a name or the end of an empty object, … */
type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing'

const closes = { ']': '[', '}': '{' } as const

/** Follows a text as far as it is JSON. */
class Follower {
  readonly #open: ('{' | '[')[] = []
  #expected: Expected = 'value'

  get isWhole(): boolean {
    return this.#expected === 'nothing'
  }

  /** Whether what begins at the place may stand there, and where it ends. */
  next(text: string, at: number): Part {
    const char = read(token, text, at)
    if (char !== '') return this.#take(char) ? { end: at + 1, isWhole: true } : { end: at, isWhole: false }
    const isString = text[at] === '"'
    if (isString && this.#expected.startsWith('name')) {
      this.#expected = ':'
      return readString(text, at)
    }
    if (!this.#expected.startsWith('value')) return { end: at, isWhole: false }
    this.#finish()
    return isString ? readString(text, at) : readLiteral(text, at)
  }

  #take(char: string): boolean {
    const expected = this.#expected
    const inside = this.#open.at(-1)
    if (char === '{' || char === '[') {
      this.#open.push(char)
      this.#expected = char === '{' ? 'name or }' : 'value or ]'
      return expected.startsWith('value')
    }
    if (char === ':') {
      this.#expected = 'value'
      return expected === ':'
    }
    if (char === ',') {
      this.#expected = inside === '{' ? 'name' : 'value'
      return expected === ', or end'
    }
    this.#open.pop()
    this.#finish()
    const isEmpty = expected === `value or ${char}` || expected === `name or ${char}`
    return isEmpty || (expected === ', or end' && inside === closes[char as ']' | '}'])
  }

  #finish(): void {
    this.#expected = this.#open.length === 0 ? 'nothing' : ', or end'
  }
}

/** Where the text stops being JSON, in one pass and without recursion; null if it is JSON. */
export function whereJsonEnds(text: string): JsonPlace | null {
  const follower = new Follower()
  let at = read(space, text, 0).length
  let isRight = true
  while (at < text.length && isRight) {
    const part = follower.next(text, at)
    isRight = part.isWhole
    at = part.end + (isRight ? read(space, text, part.end).length : 0)
  }
  if (isRight && follower.isWhole) return null
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, isShort: at >= text.length }
}
