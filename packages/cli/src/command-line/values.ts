import { InvalidArgumentError } from 'commander'

/** Readers for option values; what they throw, commander reports with the option's name. */

export function positiveInteger(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('Give a whole number from 1 on.')
  return value
}

export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('Give a whole number.')
  return value
}

export function positiveNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0) throw new InvalidArgumentError('Give a number greater than 0.')
  return value
}

export function minutes(text: string): number {
  const value = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || value > 86_400)
    throw new InvalidArgumentError('Give minutes, from 0 to 86400, such as 25 or 7.5.')
  return value
}

/** `--set method=hand --set thickness=2`: numbers, true, false and null are read as such, all else as text. */
export function variable(text: string, before: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Give name=value, such as method=hand.')
  const raw = text.slice(at + 1)
  const value = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?)$/.test(raw) ? (JSON.parse(raw) as unknown) : raw
  return { ...before, [text.slice(0, at)]: value }
}

/** A day, or a time with its zone. */
export function dayOrTime(text: string): Date {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text)
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('Give a day such as 2026-03-01, or a time such as 2026-03-01T08:00:00Z.')
  return date
}
