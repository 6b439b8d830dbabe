import { Type, type Static } from '@sinclair/typebox'
import { JsonObjectSchema, Nullable } from '../http/schemas.ts'

/** One type that a step can have. */
export const StepType = Type.Object({
  code: Type.String(),
  display_text: Type.String(),
  description: Nullable(Type.String()),
  icon: Type.String({ description: 'Name of an icon.' }),
  is_system: Type.Boolean(),
  has_handler: Type.Boolean({ description: 'False: it behaves as an instruction.' }),
  form: JsonObjectSchema,
})
export type StepType = Static<typeof StepType>
