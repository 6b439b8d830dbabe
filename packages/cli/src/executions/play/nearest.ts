/** How many single slips (a letter wrong, missing, too much, or two swapped) lie between two texts. */
export function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = row
  }
  return last[other.length] ?? 0
}

const longest = 60

/** How unlike two phrases are, 0 to 1: by their letters, or by the best word of theirs. */
function unlikeness(said: string, phrase: string): number {
  const whole = slipsBetween(said, phrase) / Math.max(said.length, phrase.length, 1)
  const words = phrase.split(' ').filter(word => word.length > 2)
  const shared = said
    .split(' ')
    .filter(word => word.length > 2)
    .map(word => Math.min(1, ...words.map(each => slipsBetween(word, each) / Math.max(word.length, each.length))))
  const byWords =
    shared.length === 0 ? 1 : 0.15 + (0.85 * shared.reduce((sum, value) => sum + value, 0)) / shared.length
  return Math.min(whole, byWords)
}

export interface Suggestion {
  /** What to say. */
  readonly say: string
  /** The ways in which it may have been meant. */
  readonly phrases: readonly string[]
}

/** The `count` things that come nearest to what was said, nearest first; equally near ones in the order given. */
export function nearest(said: string, suggestions: readonly Suggestion[], count = 3): readonly string[] {
  const short = said.slice(0, longest)
  return suggestions
    .map(({ say, phrases }) => ({
      say,
      distance: Math.min(...phrases.map(phrase => unlikeness(short, phrase.slice(0, longest)))),
    }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, count)
    .map(({ say }) => say)
}
