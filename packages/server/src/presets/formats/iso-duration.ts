/** Minutes as an ISO 8601 duration in hours, minutes and seconds: `PT1H30M`. */
export function isoDuration(minutes: number): string {
  const seconds = Math.round(minutes * 60)
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor((seconds % 3600) / 60), 'M'],
    [seconds % 60, 'S'],
  ] as const
  const text = parts.map(([amount, unit]) => (amount === 0 ? '' : `${amount}${unit}`)).join('')
  return text === '' ? 'PT0S' : `PT${text}`
}

const pattern =
  /^P(?:([\d.,]{1,12})W)?(?:([\d.,]{1,12})D)?(?:T(?:([\d.,]{1,12})H)?(?:([\d.,]{1,12})M)?(?:([\d.,]{1,12})S)?)?$/i
/** Minutes of a week, a day, an hour, a minute and a second. Months and years have no length of their own. */
const factors = [10_080, 1440, 60, 1, 1 / 60]

/** Minutes of an ISO 8601 duration such as `PT1H30M`; null if the text is none, or is beyond what a duration may be here. */
export function minutesOf(text: string): number | null {
  const match = pattern.exec(text.trim())
  if (match === null || match.slice(1).every(part => part === undefined)) return null
  const minutes = match
    .slice(1)
    .reduce((sum, part, index) => sum + Number((part ?? '0').replace(',', '.')) * (factors[index] ?? 0), 0)
  return minutes >= 0 && minutes <= 86_400 ? Number(minutes.toFixed(6)) : null
}
