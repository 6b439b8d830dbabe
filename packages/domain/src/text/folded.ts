/** How texts are compared that people write: without accents and case, and with `²` as 2. */
export const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
