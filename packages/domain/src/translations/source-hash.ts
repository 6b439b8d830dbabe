/** One way of mixing a letter in; two of them together make accidents rare. */
const mixed = (text: string, seed: number, factor: number): string => {
  let hash = seed
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), factor)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0')
}

/**
 * What a translation remembers of the text that it was made from, to know when that has changed: 16 hex digits. No protection
 * against anybody; two texts with one hash would only lack a mark.
 */
export const sourceHash = (text: string): string =>
  mixed(text, 0x811c9dc5, 0x01000193) + mixed(text, 0x1b873593, 0x85ebca6b)
