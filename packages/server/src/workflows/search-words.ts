const maxWords = 8

/** The words of a search: letters and digits, whatever stands between them. No more than eight, of forty letters each. */
export const wordsOf = (search: string): readonly string[] =>
  search
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, maxWords)
    .map(word => Array.from(word).slice(0, 40).join(''))

/** Without case and accents, as the vocabulary holds words. */
export const folded = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')

/** How many slips make one word of another: a letter wrong, left out, put in, or changed with its neighbour. */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const before = previous
    previous = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const at = (cells: readonly number[], k: number) => cells[k] ?? Number.POSITIVE_INFINITY
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          at(previous, j) + 1,
          at(row, j - 1) + 1,
          at(previous, j - 1) + (same ? 0 : 1),
          swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
  }
  return row.at(-1) ?? a.length
}

/** How many slips a word may have: none in a short one, where they would mean anything, two in a long one. */
export const slipsAllowed = (word: string): number => {
  const { length } = Array.from(word)
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

const mostMeant = 8

/** Of words that look alike those that this one may have been meant to be, the nearest first. */
export function meantBy(word: string, alike: readonly string[]): readonly string[] {
  const written = folded(word)
  const allowed = slipsAllowed(written)
  return alike
    .map(other => ({ other, slips: slipsBetween(written, other) }))
    .filter(({ slips }) => slips > 0 && slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, mostMeant)
    .map(({ other }) => other)
}
