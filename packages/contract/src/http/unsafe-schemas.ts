import { FormatRegistry, TypeRegistry, type TSchema } from '@sinclair/typebox'

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The few keywords that the contract's hand-written schemas use. An unknown one would be ignored silently, so it throws. */
const known = new Set(['type', 'enum', 'anyOf', 'maxLength', 'description', 'default', 'examples'])

/** Checks a value against a schema that the contract wrote by hand (`Type.Unsafe`). */
export function fitsUnsafe(schema: TSchema, value: unknown): boolean {
  for (const keyword of Object.keys(schema))
    if (!known.has(keyword)) throw new Error(`A hand-written schema uses “${keyword}”, which is not checked.`)
  const { type, maxLength } = schema as { readonly type?: string; readonly maxLength?: number }
  const { anyOf, enum: values } = schema as { readonly anyOf?: TSchema[]; readonly enum?: unknown[] }
  if (type === 'object' && !isObject(value)) return false
  if (type === 'string' && typeof value !== 'string') return false
  if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) return false
  if (values !== undefined && !values.includes(value)) return false
  return anyOf === undefined || anyOf.some(one => fitsUnsafe(one, value))
}

/** One @ with something on both sides and a dot after it; whether the address exists, only a message to it can tell. */
const email = /^[^\s@"<>()[\]\\,;:]+@[^\s@"<>()[\]\\,;:.]+(\.[^\s@"<>()[\]\\,;:.]+)+$/
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** Teaches the schema library the formats and the kind of schema that the contract uses. */
export function registerSchemaKinds(): void {
  TypeRegistry.Set('Unsafe', fitsUnsafe)
  FormatRegistry.Set('email', value => value.length <= 254 && email.test(value))
  FormatRegistry.Set('date-time', value => dateTime.test(value) && !Number.isNaN(Date.parse(value)))
}
