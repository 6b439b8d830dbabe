/**
 * What was typed with the decimal sign of another language: `0,7` on an English page, `0.7` on a German one, where the sign parts
 * thousands and would be left out. Null: it is written as it is here, which `1,500` may well be.
 */
export function foreignDecimal(text: string, locale: string): number | null {
  const own = new Intl.NumberFormat(locale).formatToParts(1.1).find(({ type }) => type === 'decimal')?.value
  const other = own === ',' ? '.' : ','
  const found = /^(-?)(\d+)[.,](\d+)$/.exec(text.trim())
  if (found === null || !text.includes(other)) return null
  const [, sign, whole = '', part = ''] = found
  const isThousands = part.length === 3 && !whole.startsWith('0')
  return isThousands ? null : Number(`${sign}${whole}.${part}`)
}
