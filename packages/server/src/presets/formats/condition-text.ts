import type { JsonSource, JsonValue } from '@hidesync/domain/workflows/definition'
import { isJsonObject, readJsonObject } from '@hidesync/domain/workflows/json-source'

const signs: Readonly<Record<string, string>> = { eq: '=', ne: '≠', gt: '>', gte: '≥', lt: '<', lte: '≤' }

const valueText = (value: JsonValue): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map(valueText).join(', ') : JSON.stringify(value)

function comparisons(name: string, value: JsonValue): string {
  if (!isJsonObject(value)) return `${name} = ${valueText(value)}`
  return Object.entries(value)
    .map(([operator, operand]) => {
      if (operator === 'exists') return operand === true ? `${name} ∃` : `${name} ∄`
      return operator === 'in'
        ? `${name} ∈ (${valueText(operand)})`
        : `${name} ${signs[operator] ?? operator} ${valueText(operand)}`
    })
    .join(' ∧ ')
}

function part(key: string, value: JsonValue): string {
  if (key === 'if' && isJsonObject(value)) return objectText(value)
  if (key === 'not' && isJsonObject(value)) return `¬(${objectText(value)})`
  if ((key === 'all' || key === 'any') && Array.isArray(value)) {
    const texts = (value as readonly JsonValue[]).map(one => (isJsonObject(one) ? objectText(one) : valueText(one)))
    return `(${texts.join(key === 'all' ? ' ∧ ' : ' ∨ ')})`
  }
  return comparisons(key, value)
}

const objectText = (condition: Readonly<Record<string, JsonValue>>): string =>
  Object.entries(condition)
    .map(([key, value]) => part(key, value))
    .join(' ∧ ')

/** A condition on one line, in signs that need no language: `size > 2 ∧ edge = raw`. What can't be read stays as it is. */
export function conditionText(source: JsonSource): string {
  const read = readJsonObject(source)
  return read.ok ? objectText(read.value) : valueText(source)
}
