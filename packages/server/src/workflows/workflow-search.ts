import { sql, type RawBuilder } from 'kysely'

const maxWords = 8

/** As the column `search_text` holds text: lower case, accents taken off. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** The words that are searched for. */
export const wordsOf = (search: string): readonly string[] =>
  fold(search)
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, maxWords)

/**
 * LIKE patterns for a word written with one slip: a wrong letter, one too many, one too few, two that changed places. Short
 * words have none: they would mean anything.
 */
export function slipsOf(word: string): readonly string[] {
  const letters = Array.from(word).slice(0, 40).map(escaped)
  if (letters.length < 4) return []
  const patterns = new Set<string>()
  const add = (parts: readonly string[]) => patterns.add(`%${parts.join('')}%`)
  letters.forEach((letter, i) => {
    const before = letters.slice(0, i)
    const after = letters.slice(i + 1)
    add([...before, '_', ...after])
    add([...before, ...after])
    if (i > 0) add([...before, '_', letter, ...after])
    const [next, ...rest] = after
    if (next !== undefined) add([...before, next, letter, ...rest])
  })
  return [...patterns]
}

/** Whether workflow `w` holds every word, as it is or, if `loosely`, with a slip. */
export function matches(words: readonly string[], loosely: boolean): RawBuilder<boolean> {
  const conditions = words.map(word => {
    const exact = `%${escaped(word)}%`
    const patterns = loosely ? [exact, ...slipsOf(word)] : [exact]
    return sql`w.search_text like any(array[${sql.join(patterns)}]::text[])`
  })
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}
