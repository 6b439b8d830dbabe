import type { JsonObject, JsonSource, JsonValue } from '@hidesync/domain/workflows/definition'
import { Type, type Static, type TSchema } from '@sinclair/typebox'

/** Ids are positive integers that a JavaScript number holds exactly. */
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** RFC 3339 in UTC. */
export const Timestamp = Type.String({ format: 'date-time' })
/** Minutes, fractions allowed. */
export const Minutes = Type.Number({ minimum: 0, maximum: 86_400 })

/** One line of text that is not blank. */
export const Name = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: '^[^\\n\\r\\t]*[^\\s][^\\n\\r\\t]*$',
  description: 'one line of text that is not blank',
})
export const Description = Type.String({ maxLength: 2000 })
export const Instructions = Type.String({ maxLength: 20_000 })
export const Email = Type.String({ format: 'email', minLength: 3, maxLength: 254 })
export const Locale = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })

/** A request body or parameter object: fields that are not listed are refused. */
export const Closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 })),
}

export const Page = <T extends TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    total: Type.Integer(),
    limit: Type.Integer(),
    offset: Type.Integer(),
    has_more: Type.Boolean(),
  })

export const ErrorBody = Type.Object({
  detail: Type.String({ description: 'One sentence that a person can act on.' }),
  code: Type.String({ description: 'Stable, `feature.reason`.' }),
  reason: Type.Optional(Type.String({ description: 'Stable, finer than the code, where a code has several reasons.' })),
  errors: Type.Optional(
    Type.Array(Type.Object({ path: Type.String(), message: Type.String(), code: Type.Optional(Type.String()) })),
  ),
  request_id: Type.String(),
})
export type ErrorBody = Static<typeof ErrorBody>

export const json = Type.Unsafe<JsonValue>({})
export const JsonObjectSchema = Type.Unsafe<JsonObject>({
  type: 'object',
})
/** A condition or action: an object, or JSON text that holds one. */
export const JsonSourceSchema = Type.Unsafe<JsonSource>({
  anyOf: [{ type: 'object' }, { type: 'string', maxLength: 20_000 }],
})
