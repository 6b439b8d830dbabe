import { latinDigits } from '@hidesync/domain/text/latin-digits'

/** A language with signs of its own is typed with a point, too. */
const ownDecimal = (locale: string): ',' | '.' => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.1)
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.'
}

/**
 * What was typed with the decimal sign of another language: `0,7` on an English page, `0.7` on a German one, where the sign parts
 * thousands and would be left out. Null: it is written as it is here, which `1,500` may well be.
 */
export function foreignDecimal(text: string, locale: string): number | null {
  const other = ownDecimal(locale) === ',' ? '.' : ','
  const found = /^(-?)(\d+)[.,](\d+)$/.exec(text.trim())
  if (found === null || !text.includes(other)) return null
  const [, sign, whole = '', part = ''] = found
  const isThousands = part.length === 3 && !whole.startsWith('0')
  return isThousands ? null : Number(`${sign}${whole}.${part}`)
}

/** The number that was typed, in digits of every script and with the signs of the language or of another one; null: it is none. */
export function typedNumber(text: string, locale: string): number | null {
  const own = ownDecimal(locale)
  const plain = latinDigits(text)
    .replaceAll(/[\s'’٬]/g, '')
    .replace('٫', own)
  const foreign = text.includes('٫') ? null : foreignDecimal(plain, locale)
  if (foreign !== null) return foreign
  const [whole = '', part = '', ...more] = plain.split(own)
  const isGrouped = /^-?\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(whole)
  const number = `${isGrouped ? whole.replaceAll(/[.,]/g, '') : whole}.${part}`
  return more.length === 0 && /^-?(\d+\.\d*|\.\d+)$/.test(number) ? Number(number) : null
}
