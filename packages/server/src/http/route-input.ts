import { RawBody } from '@hidesync/contract/http/raw-body'
import type { Route } from '@hidesync/contract/http/route'
import { Kind, OptionalKind, Type, type TObject, type TSchema } from '@sinclair/typebox'
import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import { fieldName } from '@hidesync/contract/http/field-name'
import { jsonFaults } from './json-values.ts'
import { SchemaCheck, type SchemaFinding } from '@hidesync/contract/http/schema-check'

/** What a parameter says, as the type that it is for; what does not read as that stays text, and is refused as such. */
const coerced = (schema: TSchema | undefined, text: unknown): unknown => {
  if (typeof text !== 'string') return text
  switch (schema?.[Kind]) {
    case 'Integer':
    case 'Number':
      return /^-?\d{1,17}(\.\d{1,17})?$/.test(text) ? Number(text) : text
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    default:
      return text
  }
}

interface Part {
  readonly value: unknown
  readonly faults: readonly SchemaFinding[]
}

const emptyQuery = Type.Object({}, { additionalProperties: false })

/** `locale` may be asked for everywhere, so no route has to list it. */
const everywhere = 'locale'

const parameterReader = (schema: TObject) => {
  const check = new SchemaCheck(schema)
  const defaults = Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
  return (given: unknown): Part => {
    const value: Record<string, unknown> = { ...defaults }
    for (const [name, text] of Object.entries(given as Record<string, unknown>))
      if (name !== everywhere || schema.properties[everywhere] !== undefined)
        value[name] = coerced(schema.properties[name], text)
    const unstorable = jsonFaults(given)
    const faults = unstorable.length > 0 || check.fits(value) ? unstorable : check.faults(value, fieldName)
    return { value, faults: faults.map(fault => ({ ...fault, path: fault.path.slice(1) })) }
  }
}

const bodyReader = (schema: TSchema, consumes: readonly string[] | undefined) => {
  const check = new SchemaCheck(schema)
  const optional = schema[OptionalKind] === 'Optional'
  const raw = schema[Kind] === 'Never'
  const missing = raw ? `Send the file itself as the body, as ${consumes?.join(' or ')}.` : 'A JSON body is missing.'
  const nothing: SchemaFinding = { path: '', message: missing, reason: consumes ? 'empty_file' : 'field_missing' }
  return (value: unknown): Part => {
    // Only a route that declares its media type gets one.
    if (value instanceof RawBody) return { value, faults: [] }
    if (value === undefined) return { value, faults: optional ? [] : [nothing] }
    if (raw) return { value, faults: [nothing] }
    return { value, faults: check.fits(value) ? [] : check.faults(value, fieldName) }
  }
}

const refusal = (faults: readonly SchemaFinding[]): AppError => {
  const [first] = faults
  const detail =
    faults.length === 1 && first !== undefined
      ? first.message
      : `${faults.length} fields are not as they have to be. ${first?.message ?? ''}`
  const errors = faults.map(({ path, message }) => ({ path, message }))
  return new AppError('request.invalid', detail, { reason: first?.reason, errors })
}

/** Reads and checks everything that a route takes, all of it at once, or throws 422 saying what is wrong and where. */
export function inputReader(route: Route): (request: FastifyRequest) => Record<string, unknown> {
  const params = route.params && parameterReader(route.params)
  const query = parameterReader(route.query ?? emptyQuery)
  const body = route.body && bodyReader(route.body, route.consumes)
  return request => {
    const read = {
      ...(params && { params: params(request.params) }),
      query: query(request.query),
      ...(body && { body: body(request.body) }),
    }
    const faults = Object.values(read).flatMap(part => part.faults)
    if (faults.length > 0) throw refusal(faults)
    return Object.fromEntries(Object.entries(read).map(([name, part]) => [name, part.value]))
  }
}
