/** The items that both lists know, in the order of the first, are in the same order in the second. */
function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)]
  const common = other.filter(item => inOne.has(item))
  return one.filter(item => inOther.has(item)).every((item, index) => item === common[index])
}

/**
 * The order of a merged list: that of the side that changed it, ours if both did; what only the other side holds comes after
 * what it follows there.
 */
export function mergedOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const [leading, other] = sameOrder(base, ours) ? [theirs, ours] : [ours, theirs]
  const known = new Set(leading)
  const followers = new Map<string | null, string[]>()
  let previous: string | null = null
  for (const item of other) {
    if (!known.has(item)) {
      const list = followers.get(previous) ?? []
      list.push(item)
      followers.set(previous, list)
    } else previous = item
  }
  return [...(followers.get(null) ?? []), ...leading.flatMap(item => [item, ...(followers.get(item) ?? [])])]
}
