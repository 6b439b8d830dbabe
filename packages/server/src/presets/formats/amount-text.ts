/** Codes of units that are written otherwise than their code. */
const symbols: Readonly<Record<string, string>> = {
  m2: 'm²',
  dm2: 'dm²',
  cm2: 'cm²',
  mm2: 'mm²',
  m3: 'm³',
  sq_in: 'sq in',
  sq_ft: 'sq ft',
  sq_yd: 'sq yd',
  cu_in: 'cu in',
  cu_ft: 'cu ft',
  board_ft: 'board ft',
  fl_oz: 'fl oz',
}

/** A quantity with its unit as people write it: `0.15 m²`, `6 ×` of things that are counted; empty where there is one, or none is stated. */
export function amountText(quantity: number | null, unit: string | null, locale: string): string {
  const isCounted = unit === null || unit === 'piece'
  if (quantity === null) return isCounted ? '' : (symbols[unit] ?? unit)
  if (isCounted && quantity === 1) return ''
  const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(quantity)
  return `${amount} ${isCounted ? '×' : (symbols[unit] ?? unit)}`
}

/** Minutes in the words of a language: “1 hr 30 min”. */
export function timeText(minutes: number, locale: string): string {
  const format = (value: number, unit: 'day' | 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value)
  const whole = Math.round(minutes * 10) / 10
  if (whole < 60) return format(whole, 'minute')
  const hours = Math.floor(whole / 60)
  const rest = Math.round(whole % 60)
  if (hours >= 48 && rest === 0 && hours % 24 === 0) return format(hours / 24, 'day')
  return rest === 0 ? format(hours, 'hour') : `${format(hours, 'hour')} ${format(rest, 'minute')}`
}

/** Never throws: a locale that the runtime does not know is read as English. */
export const knownLocale = (locale: string): string => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
