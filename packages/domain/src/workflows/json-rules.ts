/** What can be written as JSON and yet not be kept as it is, or be taken for something else. */

/** Names by which a careless copy of the object would reach the prototype of all objects. */
export const isPoisonous = (key: string, value: unknown): boolean =>
  key === '__proto__' ||
  (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'))

/** The first of such names in a value whose nesting is known to be bounded; null if there is none. */
export function poisonousName(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const found = !Array.isArray(value) && isPoisonous(key, part) ? key : poisonousName(part)
    if (found !== null) return found
  }
  return null
}

/** Whether the number is the one that was written: not infinite, and within what is exact. */
export const isExact = (value: number): boolean => Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
