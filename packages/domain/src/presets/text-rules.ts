/** What every text in a preset has to keep to, whoever reads it. */

/** Characters, as the contract counts them. */
export const textLimits = {
  name: 200,
  description: 2000,
  instructions: 20_000,
  option: 500,
  note: 2000,
  unit: 50,
  category: 100,
  tag: 50,
  locale: 35,
  local_id: 200,
  source: 20_000,
} as const

/** How deep JSON may nest, the outermost counting as one. */
export const maxDepth = 64

const control = /(?![\t\n\r])\p{Cc}/u
const lineBreak = /[\t\n\r\u2028\u2029]/
const loneSurrogate = /\p{Surrogate}/u

/** Why the text can't be stored or shown as it is, or null. */
export function textProblem(text: string, lines: 'one line' | 'many lines' = 'many lines'): string | null {
  if (control.test(text)) return 'contains control characters'
  if (loneSurrogate.test(text)) return 'contains half of a character (a lone surrogate)'
  if (lines === 'one line' && lineBreak.test(text)) return 'has to be a single line'
  return null
}
