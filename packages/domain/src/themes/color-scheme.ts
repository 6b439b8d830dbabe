import type { JsonObject, JsonValue } from '../workflows/definition.ts'
import { isHex, type Hex } from './color.ts'

/** The colours of a theme as its maker chose them; what is shown is derived from them. */
export interface ColorScheme {
  readonly version: 1
  readonly primary: Hex
  readonly accent: Hex | null
  /** By the code of a step type. */
  readonly step_types: Readonly<Record<string, Hex>>
}

/** Sets of icons, the first being the usual one. */
export const iconSets = ['line', 'solid', 'craft', 'classroom', 'emoji', 'none'] as const
export type IconSet = (typeof iconSets)[number]

export interface SchemeProblem {
  /** JSON pointer into the scheme. */
  readonly path: string
  readonly message: string
}

export type ReadScheme =
  | { readonly ok: true; readonly scheme: ColorScheme; readonly notices: readonly string[] }
  | { readonly ok: false; readonly problems: readonly SchemeProblem[] }

const known = new Set(['version', 'primary', 'accent', 'step_types', 'secondary', 'background', 'text'])
const mostStepTypes = 100
const aColor = 'has to be a colour such as “#8A4B16”'

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const upper = (hex: Hex): Hex => `#${hex.slice(1).toUpperCase()}`

function readStepTypes(value: JsonValue | undefined, problems: SchemeProblem[]): Record<string, Hex> {
  if (value === undefined || value === null) return {}
  if (!isObject(value)) {
    problems.push({
      path: '/step_types',
      message: '“step_types” has to hold a colour for each step type that it names.',
    })
    return {}
  }
  const entries = Object.entries(value)
  if (entries.length > mostStepTypes)
    problems.push({
      path: '/step_types',
      message: `“step_types” names ${entries.length} types; ${mostStepTypes} are allowed.`,
    })
  const colors: [string, Hex][] = []
  for (const [code, color] of entries.slice(0, mostStepTypes)) {
    if (!/^[a-z][a-z0-9_]{0,63}$/.test(code))
      problems.push({ path: `/step_types/${code.slice(0, 64)}`, message: `“${code.slice(0, 64)}” is no step type.` })
    else if (isHex(color)) colors.push([code, upper(color)])
    else problems.push({ path: `/step_types/${code}`, message: `The colour of “${code}” ${aColor}.` })
  }
  return Object.fromEntries(colors)
}

/**
 * Reads the colours of a theme. Older files say `secondary` for the accent, and `background` and `text`, which are left out: the
 * app's own surfaces are what makes it readable.
 */
export function readColorScheme(value: JsonValue): ReadScheme {
  if (!isObject(value))
    return {
      ok: false,
      problems: [{ path: '', message: 'A colour scheme has to be an object such as {"primary": "#8A4B16"}.' }],
    }
  const problems: SchemeProblem[] = []
  const notices: string[] = []
  for (const key of Object.keys(value))
    if (!known.has(key))
      problems.push({ path: `/${key.slice(0, 64)}`, message: `A colour scheme has no “${key.slice(0, 64)}”.` })
  const { version = 1, primary } = value
  if (version !== 1) problems.push({ path: '/version', message: '“version” has to be 1.' })
  if (!isHex(primary)) problems.push({ path: '/primary', message: `“primary” ${aColor}.` })
  const named = (value['accent'] ?? null) === null ? 'secondary' : 'accent'
  const accent = value[named] ?? null
  if (accent !== null && !isHex(accent)) problems.push({ path: `/${named}`, message: `“${named}” ${aColor}.` })
  if (named === 'secondary' && accent !== null) notices.push('“secondary” was taken as the accent.')
  for (const key of ['background', 'text'])
    if (Object.hasOwn(value, key))
      notices.push(`“${key}” was left out: the app’s own surfaces keep everything readable.`)
  const step_types = readStepTypes(value['step_types'], problems)
  if (problems.length > 0 || !isHex(primary)) return { ok: false, problems }
  const scheme: ColorScheme = {
    version: 1,
    primary: upper(primary),
    accent: isHex(accent) ? upper(accent) : null,
    step_types,
  }
  return { ok: true, scheme, notices }
}
