import type { Token } from './tokens.ts'

/** Phrases with what they stand for, as a tree of words: looking one up costs its own length, however many there are. */
export interface Phrases<T> {
  readonly values: T[]
  readonly next: Map<string, Phrases<T>>
}

export const noPhrases = <T>(): Phrases<T> => ({ values: [], next: new Map() })

export function addPhrase<T>(phrases: Phrases<T>, words: readonly string[], value: T): void {
  let at = phrases
  for (const word of words) {
    let next = at.next.get(word)
    if (next === undefined) {
      next = noPhrases()
      at.next.set(word, next)
    }
    at = next
  }
  at.values.push(value)
}

/** The phrases that begin at a token, the shortest first, with where each ends. */
export function phrasesAt<T>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  from: number,
): readonly { readonly value: T; readonly end: number }[] {
  const found: { value: T; end: number }[] = []
  let at: Phrases<T> | undefined = phrases
  for (let end = from; end < tokens.length; end += 1) {
    at = at.next.get(tokens[end]?.text ?? '')
    if (at === undefined) break
    for (const value of at.values) found.push({ value, end: end + 1 })
  }
  return found
}

/** The longest phrase that begins at a token. */
export function phraseAt<T>(phrases: Phrases<T>, tokens: readonly Token[], from: number) {
  return phrasesAt(phrases, tokens, from).at(-1)
}
