import type { Moment } from './texts/play-texts.ts'

/** A time as people in a place and a language read it from a clock; epoch milliseconds. */
export function momentOf(time: number, now: number, locale: string): Moment {
  const date = new Date(time)
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(date)
  const isToday = date.toDateString() === new Date(now).toDateString()
  return { clock, day: isToday ? null : new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(date) }
}
