const limit = 200

/**
 * A name like this one that is not taken: “Box” gives “Box (2)”, “Box (2)” gives “Box (3)”. Taken names are compared without
 * regard to case; names stay within 200 characters.
 */
export const numberedName = (name: string, taken: readonly string[]): string =>
  freeName(name, new Set(taken.map(other => other.toLowerCase())))

/** The same, where the taken names are known in lower case. */
export function freeName(name: string, used: ReadonlySet<string>): string {
  const match = /^(.*\S) \((\d{1,9})\)$/s.exec(name)
  const stem = match?.[1] ?? name
  const fits = (number: number): string => {
    const suffix = ` (${number})`
    return `${Array.from(stem)
      .slice(0, limit - suffix.length)
      .join('')
      .trimEnd()}${suffix}`
  }
  let number = match === null ? 2 : Number(match[2]) + 1
  while (used.has(fits(number).toLowerCase())) number += 1
  return fits(number)
}
