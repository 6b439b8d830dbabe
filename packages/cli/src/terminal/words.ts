/** Minutes as a person says them: `20 min`, `1 h 30 min`, `2 days 4 h`, `40 s`. */
export function sayMinutes(minutes: number): string {
  if (minutes < 1) return `${Math.max(0, Math.ceil(minutes * 60))} s`
  const whole = Math.round(minutes)
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const rest = whole % 60
  const parts = [
    days > 0 && `${days} day${days === 1 ? '' : 's'}`,
    hours > 0 && `${hours} h`,
    rest > 0 && `${rest} min`,
  ]
  return parts
    .filter(part => part !== false)
    .slice(0, 2)
    .join(' ')
}

/** A count-down: `1:05:00`, `12:30`, `0:07`. */
export function sayClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const pad = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60) % 60
  const hours = Math.floor(seconds / 3600)
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`
}

/** A time of the server in the person's own time zone, to the minute. */
export function sayTime(timestamp: string): string {
  const date = new Date(timestamp)
  if (Number.isNaN(date.getTime())) return timestamp
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** A code of the contract as words: `quality_check` is `quality check`. */
export function sayCode(code: string): string {
  return code.replaceAll('_', ' ')
}

/** `quality_check` as a heading shows it: `Quality Check`. */
export function titleOf(code: string): string {
  return sayCode(code).replace(/\b\w/g, letter => letter.toUpperCase())
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A quantity without needless decimals. */
export function sayNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
