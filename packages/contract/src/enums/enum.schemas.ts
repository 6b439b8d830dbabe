import { Type, type Static } from '@sinclair/typebox'
import { Closed, Description, Name, Nullable } from '../http/schemas.ts'

export const EnumCode = Type.String({
  pattern: '^[a-z][a-z0-9_]{0,63}$',
  description: 'a code of small letters, digits and underscores that begins with a letter',
})

const Texts = Closed({ display_text: Name, description: Type.Optional(Nullable(Description)) })

/** By language; English is the value's own text. */
const TextsByLocale = Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' }), Nullable(Texts), {
  additionalProperties: false,
  description: 'Other languages by their code, such as `de`; null removes one.',
})

export const EnumValue = Type.Object({
  code: Type.String(),
  display_text: Type.String(),
  description: Nullable(Type.String()),
  display_order: Type.Integer(),
  is_system: Type.Boolean(),
  texts: Type.Optional(
    Type.Record(Type.String(), Type.Object({ display_text: Type.String(), description: Nullable(Type.String()) }), {
      description: 'In other languages, where they were asked for with `texts=true`.',
    }),
  ),
})
export type EnumValue = Static<typeof EnumValue>

const writable = {
  display_text: Name,
  description: Type.Optional(Nullable(Description)),
  display_order: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  texts: Type.Optional(TextsByLocale),
}

export const NewEnumValue = Closed({ code: EnumCode, ...writable })
export type NewEnumValue = Static<typeof NewEnumValue>

export const EnumValueChanges = Closed({ ...writable, display_text: Type.Optional(Name) })
export type EnumValueChanges = Static<typeof EnumValueChanges>
