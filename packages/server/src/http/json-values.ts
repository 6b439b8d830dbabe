import { isExact, isPoisonous } from '@hidesync/domain/workflows/json-rules'
import type { FieldError } from './app-error.ts'
import { fieldName } from '@hidesync/contract/http/field-name'

/** Tab, line feed and carriage return belong to texts; no other control character does. */
const control = /(?![\t\n\r])\p{Cc}/u
/** With the `u` flag a pair is one character, so this finds halves alone. */
const loneSurrogate = /\p{Surrogate}/u

const mostTold = 20
/** Characters of a name: it stands in every place that is told beneath it. */
const longestName = 1000

const textFault = (text: string): string | null => {
  const found = control.exec(text)
  if (found !== null) {
    const code = found[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()
    return `contains the control character U+${code}, which no text may hold`
  }
  return loneSurrogate.test(text) ? 'contains half of a surrogate pair, which is no character' : null
}

const numberFault = (value: number): string | null =>
  isExact(value) ? null : `is a number beyond ±${Number.MAX_SAFE_INTEGER}, which cannot be kept exactly`

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** What can be written as JSON and yet not be stored or told apart, with the place of each. The nesting is known to be bounded. */
export function jsonFaults(body: unknown): FieldError[] {
  const faults: FieldError[] = []
  const report = (path: string, fault: string | null) => {
    if (fault !== null && faults.length < mostTold) faults.push({ path, message: `${fieldName(path)} ${fault}.` })
  }
  const visit = (value: unknown, path: string): void => {
    if (faults.length >= mostTold) return
    if (typeof value === 'string') report(path, textFault(value))
    else if (typeof value === 'number') report(path, numberFault(value))
    else if (Array.isArray(value)) value.forEach((entry, index) => visit(entry, `${path}/${index}`))
    else if (typeof value === 'object' && value !== null)
      for (const [key, entry] of Object.entries(value)) {
        const fault = textFault(key)
        if (fault !== null) report(path, `has a name that ${fault}`)
        else if (key.length > longestName)
          report(path, `has a name of ${key.length} characters, and at most ${longestName} are taken`)
        else if (isPoisonous(key, entry)) report(`${path}/${escaped(key)}`, 'is not a name that may be used')
        else visit(entry, `${path}/${escaped(key)}`)
      }
  }
  visit(body, '')
  return faults
}
