/** A piece of a page; false and null leave it out. */
type Piece = string | false | null

/** Pieces with an empty line between them. */
export const page = (...pieces: readonly Piece[]): string =>
  `${pieces.filter(piece => piece !== false && piece !== null && piece.trim() !== '').join('\n\n')}\n`

/** A list with its heading; nothing where there is nothing to list. */
export const section = (heading: string, items: readonly string[], mark = '-'): Piece =>
  items.length > 0 && `## ${heading}\n\n${items.map(item => `${mark} ${item}`).join('\n')}`

/** A name on one line: line breaks would end the list or heading that it stands in. */
export const line = (text: string): string => text.replace(/\s+/g, ' ').trim()

const number = (value: number): string => String(Math.round(value * 100) / 100)

export const minutes = (value: number | null): string => (value === null ? '' : ` (${number(value)} min)`)

/** `3 sq_ft` in front of what is needed. */
export const amount = (quantity: number | null, unit: string | null): string =>
  quantity === null ? '' : `${[number(quantity), unit].filter(part => part !== null && part !== '').join(' ')} `
