/** A text that is told only for choosing among several: at most so many characters, the cut marked. */
export const shorter = <T extends string | null>(text: T, most: number): T | string =>
  text !== null && text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
