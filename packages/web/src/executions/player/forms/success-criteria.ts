import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { isJsonObject } from '@hidesync/domain/workflows/json-source'
import { valueText } from '../value-text.ts'

/** What makes an outcome a success, one line each, whichever way its author wrote it down. */
export function successCriteria(source: JsonValue): readonly string[] {
  if (typeof source === 'string') return source.trim() === '' ? [] : [source]
  if (Array.isArray(source))
    return (source as readonly JsonValue[]).flatMap(one =>
      isJsonObject(one) ? successCriteria(one) : [valueText(one)],
    )
  if (!isJsonObject(source)) return []
  return Object.entries(source).map(([name, value]) => {
    const said = name.replaceAll('_', ' ')
    if (value === true) return said
    const words = Array.isArray(value) ? (value as readonly JsonValue[]).map(valueText).join(', ') : valueText(value)
    return `${said}: ${words}`
  })
}
