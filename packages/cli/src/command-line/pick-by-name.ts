import { cleanLine } from '../terminal/clean-text.ts'
import { notFound, usageError } from './cli-error.ts'

export interface Named {
  readonly id: number
  readonly name: string
}

/** Compares as people do: without case, accents and doubled spaces. */
export function foldName(text: string): string {
  return cleanLine(text.normalize('NFD').replace(/\p{Mark}+/gu, '')).toLowerCase()
}

/** Those whose name is the text, else those that begin with it, else those that hold it at the beginning of a word. */
export function matchesOf<T extends { readonly name: string }>(text: string, things: readonly T[]): readonly T[] {
  const wanted = foldName(text)
  if (wanted === '') return []
  const named = things.map(thing => ({ thing, name: foldName(thing.name) }))
  for (const holds of [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => ` ${name}`.includes(` ${wanted}`),
  ]) {
    const found = named.filter(({ name }) => holds(name))
    if (found.length > 0) return found.map(({ thing }) => thing)
  }
  return []
}

/** The one thing that is meant, or a refusal that lists what might be meant. `kind` is a noun, such as `workflow`. */
export function pickByName<T extends Named>(text: string, things: readonly T[], kind: string): T {
  const found = matchesOf(text, things)
  const [first] = found
  if (first === undefined) throw notFound(`There is no ${kind} whose name begins with “${cleanLine(text)}”.`)
  if (found.length === 1) return first
  const candidates = found
    .slice(0, 10)
    .map(({ id, name }) => `\n  ${String(id).padStart(4)}  ${cleanLine(name)}`)
    .join('')
  const more = found.length > 10 ? `\n  and ${found.length - 10} more` : ''
  throw usageError(
    `“${cleanLine(text)}” fits ${found.length} ${kind}s. Give more of the name, or the number:${candidates}${more}`,
  )
}
