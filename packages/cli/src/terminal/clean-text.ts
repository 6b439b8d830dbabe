/* oxlint-disable no-control-regex -- control characters are what this file is about */

/** CSI, OSC and the other escape sequences, whole; then every control character that is left, and the marks that reorder text. */
const sequences =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const colours = /\u001b\[[0-9;]*m/g

/**
 * Text that a terminal can only show, never obey: without escape sequences, control characters and marks that reorder text.
 * Line breaks and tabs stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(sequences, '')
    .replace(controls, '')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** Cleans every text in a JSON value, keys included. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanJson(item)]))
}

/** The last gate before the screen: lets our own colours through and nothing else. */
export function keepColours(text: string): string {
  const kept: string[] = text.match(colours) ?? []
  return text
    .split(colours)
    .map((piece, index) => cleanText(piece) + (kept[index] ?? ''))
    .join('')
}

/** JSON that is safe to print: what JSON leaves as it is (C1 controls, marks that reorder text) is written as `\uXXXX`. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
