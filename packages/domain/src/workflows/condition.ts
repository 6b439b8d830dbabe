import type { JsonObject, JsonSource, JsonValue } from './definition.ts'
import { isJsonObject, readJsonObject, sameJson, variableValue } from './json-source.ts'

const operators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'exists'] as const
export type ConditionOperator = (typeof operators)[number]

/** A parsed condition: data that `evaluate` walks; nothing in it is ever run as code. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare'
      readonly name: string
      readonly operator: ConditionOperator
      readonly value: JsonValue
    }

export type ParsedCondition =
  { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly problem: string }

/** Keys that hold data and are no condition. */
export interface Ignored {
  readonly has: (key: string) => boolean
}

const none: Ignored = { has: () => false }
const fail = (problem: string): ParsedCondition => ({ ok: false, problem })
const isOperator = (name: string): name is ConditionOperator => (operators as readonly string[]).includes(name)
const isOrdered = (value: JsonValue): boolean => typeof value === 'number' || typeof value === 'string'

function operandProblem(name: string, operator: ConditionOperator, value: JsonValue): string | null {
  const where = `“${name}”: “${operator}” compares with`
  if (operator === 'in') return Array.isArray(value) ? null : `${where} a list`
  if (operator === 'exists') return typeof value === 'boolean' ? null : `${where} true or false`
  if (operator === 'eq' || operator === 'ne') return null
  return isOrdered(value) ? null : `${where} a number or a text`
}

/** Parses the parts one after another and joins them; the first problem wins. */
function combine(kind: 'all' | 'any', parts: readonly ParsedCondition[]): ParsedCondition {
  const of: Condition[] = []
  for (const part of parts) {
    if (!part.ok) return part
    of.push(part.condition)
  }
  const [only] = of
  return { ok: true, condition: of.length === 1 && only !== undefined ? only : { kind, of } }
}

function parseVariable(name: string, value: JsonValue): ParsedCondition {
  if (!isJsonObject(value)) return { ok: true, condition: { kind: 'compare', name, operator: 'eq', value } }
  const entries = Object.entries(value)
  if (entries.length === 0) return fail(`“${name}” names no operator: use ${operators.join(', ')}`)
  return combine(
    'all',
    entries.map(([operator, operand]) => {
      if (!isOperator(operator))
        return fail(`“${name}” uses the unknown operator “${operator}”: use ${operators.join(', ')}`)
      const problem = operandProblem(name, operator, operand)
      return problem === null
        ? { ok: true, condition: { kind: 'compare', name, operator, value: operand } }
        : fail(problem)
    }),
  )
}

function parsePart(key: string, value: JsonValue): ParsedCondition {
  switch (key) {
    case 'if':
      return isJsonObject(value) ? parseObject(value, none) : fail('“if” has to hold a condition')
    case 'not': {
      const parsed = isJsonObject(value) ? parseObject(value, none) : fail('“not” has to hold a condition')
      return parsed.ok ? { ok: true, condition: { kind: 'not', of: parsed.condition } } : parsed
    }
    case 'all':
    case 'any':
      return Array.isArray(value)
        ? combineList(key, value as readonly JsonValue[])
        : fail(`“${key}” has to hold a list of conditions`)
    default:
      return parseVariable(key, value)
  }
}

function combineList(kind: 'all' | 'any', list: readonly JsonValue[]): ParsedCondition {
  return combine(
    kind,
    list.map(part => (isJsonObject(part) ? parseObject(part, none) : fail(`“${kind}” has to hold conditions only`))),
  )
}

function parseObject(source: JsonObject, ignored: Ignored): ParsedCondition {
  const entries = Object.entries(source).filter(([key]) => !ignored.has(key))
  return combine(
    'all',
    entries.map(([key, value]) => parsePart(key, value)),
  )
}

/**
 * Reads a condition: `{"method":"hand"}`, `{"if":…}`, `{"all":[…]}`, `{"any":[…]}`, `{"not":…}`, `{"thickness":{"gte":2}}`,
 * as an object or as JSON text. Several keys are all required. Keys in `ignored` are data, no condition. Never throws.
 */
export function parseCondition(source: JsonSource, ignored: Ignored = none): ParsedCondition {
  const read = readJsonObject(source)
  return read.ok ? parseObject(read.value, ignored) : read
}

function ordered(operator: 'gt' | 'gte' | 'lt' | 'lte', one: JsonValue, other: JsonValue): boolean {
  if (typeof one !== typeof other || !isOrdered(one)) return false
  const [left, right] = [one as number, other as number]
  if (operator === 'gt') return left > right
  if (operator === 'gte') return left >= right
  return operator === 'lt' ? left < right : left <= right
}

function compare(condition: Extract<Condition, { kind: 'compare' }>, variables: JsonObject): boolean {
  const { operator, value } = condition
  const found = variableValue(variables, condition.name)
  if (operator === 'exists') return (found !== undefined) === value
  if (found === undefined) return false
  switch (operator) {
    case 'eq':
      return sameJson(found, value)
    case 'ne':
      return !sameJson(found, value)
    case 'in':
      return (value as readonly JsonValue[]).some(item => sameJson(found, item))
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ordered(operator, found, value)
  }
}

/** Whether the condition holds. A comparison on an unset variable is false; unlike types are unequal and never ordered. */
export function evaluate(condition: Condition, variables: JsonObject): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every(part => evaluate(part, variables))
    case 'any':
      return condition.of.some(part => evaluate(part, variables))
    case 'not':
      return !evaluate(condition.of, variables)
    case 'compare':
      return compare(condition, variables)
  }
}

/** The names of all variables that the condition asks. */
export function variablesOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(variablesOf)
    case 'not':
      return variablesOf(condition.of)
    case 'compare':
      return [condition.name]
  }
}
