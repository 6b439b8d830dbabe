import { unitOf } from '@hidesync/domain/inventory/units'

export interface Amount {
  readonly name: string
  readonly quantity: number | null
  /** A unit's code, where the text names one that is known. */
  readonly unit: string | null
}

const fractions: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
}
const leading =
  /^(?:(\d{1,9}(?:[.,]\d{1,6})?)(?![\d/.,]))?\s*(?:(\d{1,4})\/(\d{1,4})|([½¼¾⅓⅔⅛]))?\s*(?:(?:-|–|to|bis|à|a)\s*\d{1,9}(?:[.,]\d{1,6})?\s*)?/

/** “2 1/2 sq. ft of leather” as a quantity, a unit and a name; what can't be told apart stays in the name. */
export function readAmount(text: string): Amount {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const match = leading.exec(line)
  const [, whole, over, under, sign] = match ?? []
  const part = sign === undefined ? (over === undefined ? 0 : Number(over) / Number(under)) : (fractions[sign] ?? 0)
  const quantity = whole === undefined && part === 0 ? null : Number((whole ?? '0').replace(',', '.')) + part
  if (quantity === null || !Number.isFinite(quantity)) return { name: line, quantity: null, unit: null }
  const rest = line.slice(match?.[0].length ?? 0)
  const words = rest.split(' ')
  for (const count of [3, 2, 1]) {
    const unit = words.length > count ? unitOf(words.slice(0, count).join(' ').replace(/,$/, '')) : null
    if (unit !== null) {
      const name = words
        .slice(count)
        .join(' ')
        .replace(/^(of|de|du|des|d’|von)\s+/i, '')
      return { name, quantity: Number(quantity.toFixed(6)), unit: unit.code }
    }
  }
  return rest === ''
    ? { name: line, quantity: null, unit: null }
    : { name: rest, quantity: Number(quantity.toFixed(6)), unit: null }
}
