import type { TSchema } from '@sinclair/typebox'
import { ValueErrorType } from '@sinclair/typebox/compiler'
import type { ErrorReason } from './errors.ts'

export interface SchemaFault {
  readonly type: ValueErrorType
  readonly schema: TSchema
  readonly value: unknown
}

const number = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en') : String(value))

/** What was given, short enough to be shown. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** Beside what is wanted what was given, but for a secret: a refusal may stand on a screen that others see. */
const butNot = ({ schema, value }: SchemaFault): string => (schema['writeOnly'] ? '' : `, not ${shown(value)}`)

const bounds = ({ minimum, maximum, exclusiveMinimum }: TSchema): string => {
  if (minimum !== undefined && maximum !== undefined) return `from ${number(minimum)} to ${number(maximum)}`
  if (exclusiveMinimum !== undefined)
    return `more than ${number(exclusiveMinimum)}${maximum === undefined ? '' : ` and at most ${number(maximum)}`}`
  return minimum === undefined ? `at most ${number(maximum)}` : `at least ${number(minimum)}`
}

const list = (values: readonly unknown[]): string => values.map(String).join(', ')

/** What a hand-written schema wants. */
const wanted = (schema: TSchema): string => {
  if (Array.isArray(schema['enum'])) return `one of: ${list(schema['enum'])}`
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as TSchema[]).map(wanted).join(' or ')
  if (schema['type'] === 'object') return 'an object'
  const most = schema['maxLength'] === undefined ? '' : ` of at most ${number(schema['maxLength'])} characters`
  return schema['type'] === 'string' ? `text${most}` : 'another value'
}

const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0)

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address, such as “anna@example.org”',
  'date-time': 'a date and time such as “2030-01-31T09:30:00Z”',
}

const stringSentence = (fault: SchemaFault): string | null => {
  const { type, schema, value } = fault
  switch (type) {
    case ValueErrorType.String:
      return `has to be text${butNot(fault)}`
    case ValueErrorType.StringMaxLength:
      return `is too long: ${number(lengthOf(value))} characters, and at most ${number(schema['maxLength'])} fit`
    case ValueErrorType.StringMinLength:
      return schema['minLength'] === 1
        ? 'may not be empty'
        : `is too short: it needs at least ${number(schema['minLength'])} characters`
    case ValueErrorType.StringPattern:
      if (typeof value === 'string' && value.trim() === '') return 'may not be blank'
      return `has to be ${schema.description ?? 'of another form'}${butNot(fault)}`
    case ValueErrorType.StringFormat:
      return `has to be ${formats[String(schema['format'])] ?? schema['format']}`
    default:
      return null
  }
}

const numberSentence = (fault: SchemaFault): string | null => {
  const { type, schema } = fault
  switch (type) {
    case ValueErrorType.Integer:
      return `has to be a whole number${schema['minimum'] === undefined ? '' : ` ${bounds(schema)}`}${butNot(fault)}`
    case ValueErrorType.Number:
      return `has to be a number${butNot(fault)}`
    case ValueErrorType.IntegerMinimum:
    case ValueErrorType.IntegerMaximum:
    case ValueErrorType.NumberMinimum:
    case ValueErrorType.NumberMaximum:
    case ValueErrorType.NumberExclusiveMinimum:
      return `has to be ${bounds(schema)}${butNot(fault)}`
    default:
      return null
  }
}

const otherSentence = (fault: SchemaFault): string => {
  const { type, schema, value } = fault
  switch (type) {
    case ValueErrorType.ObjectRequiredProperty:
      return 'is missing'
    case ValueErrorType.ObjectAdditionalProperties:
      return 'is not a field that this takes'
    case ValueErrorType.Object:
      return `has to be an object${butNot(fault)}`
    case ValueErrorType.Array:
      return `has to be a list${butNot(fault)}`
    case ValueErrorType.ArrayMaxItems:
      return `has ${number(lengthOf(value))} entries, and at most ${number(schema['maxItems'])} fit`
    case ValueErrorType.ArrayMinItems:
      return `needs at least ${number(schema['minItems'])} entries`
    case ValueErrorType.Boolean:
      return `has to be true or false${butNot(fault)}`
    case ValueErrorType.Literal:
      return `has to be ${shown(schema['const'])}`
    case ValueErrorType.Kind:
      return `has to be ${wanted(schema)}${butNot(fault)}`
    default:
      return schema['writeOnly'] ? 'does not fit' : `does not fit: ${shown(value)}`
  }
}

const reasons: Readonly<Partial<Record<ValueErrorType, ErrorReason>>> = {
  [ValueErrorType.ObjectRequiredProperty]: 'field_missing',
  [ValueErrorType.StringMaxLength]: 'field_too_long',
  [ValueErrorType.IntegerMinimum]: 'field_out_of_range',
  [ValueErrorType.IntegerMaximum]: 'field_out_of_range',
  [ValueErrorType.NumberMinimum]: 'field_out_of_range',
  [ValueErrorType.NumberMaximum]: 'field_out_of_range',
  [ValueErrorType.NumberExclusiveMinimum]: 'field_out_of_range',
}

/** Of those that a person meets who fills in a form. */
export function reasonOf({ type, schema, value }: SchemaFault): ErrorReason | undefined {
  const isBlank = typeof value === 'string' && value.trim() === ''
  if (type === ValueErrorType.StringMinLength) return isBlank ? 'field_blank' : 'field_too_short'
  if (type === ValueErrorType.StringPattern) return isBlank ? 'field_blank' : undefined
  if (type === ValueErrorType.StringFormat) return schema['format'] === 'email' ? 'field_no_email' : undefined
  return reasons[type]
}

/** One fault as a sentence that names the field and what it takes instead. */
export function sentenceOf(fault: SchemaFault, name: string): string {
  return `${name} ${stringSentence(fault) ?? numberSentence(fault) ?? otherSentence(fault)}.`
}
