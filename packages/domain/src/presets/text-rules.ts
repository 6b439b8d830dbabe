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

/** How many parts of a kind a workflow may have. */
export const partLimits = {
  steps: 5000,
  connections: 20_000,
  outcomes: 200,
  /** Of one outcome, as far as they are translated. */
  criteria: 1000,
  paths: 100,
  locales: 50,
} as const

/** A language as the contract names it, such as `de` or `de-AT`. */
export const isLocale = (text: string): boolean =>
  text.length <= textLimits.locale && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)

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
