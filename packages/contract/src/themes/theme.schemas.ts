import { iconSets } from '@hidesync/domain/themes/color-scheme'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Description, Id, JsonObjectSchema, Name, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

const Hex = Type.String({ description: 'Such as `#8A4B16`.' })

const ColorScheme = Type.Object({
  version: Type.Literal(1),
  primary: Hex,
  accent: Nullable(Hex),
  step_types: Type.Record(Type.String(), Hex, { description: 'By the code of a step type.' }),
})

const Derived = Type.Object({
  tint: Hex,
  fg: Hex,
  solid: Hex,
  on_solid: Hex,
  contrast: Type.Number({ description: 'The worst of its texts; at least 4.5.' }),
})

const fields = {
  id: Id,
  name: Type.String(),
  description: Nullable(Type.String()),
  color_scheme: ColorScheme,
  icon_set: oneOf(iconSets),
  is_system: Type.Boolean(),
  created_by: Nullable(Id),
  created_at: Timestamp,
  updated_at: Timestamp,
}

export const ThemeSummary = Type.Object(fields)
export type ThemeSummary = Static<typeof ThemeSummary>

export const Theme = Type.Object({
  ...fields,
  derived: Type.Record(Type.String(), Type.Object({ light: Derived, dark: Derived }), {
    description: 'What is shown of each colour, adjusted to be readable: `wf`, `wf-accent`, `step-tool`, …',
  }),
  workflow_count: Type.Integer({ description: 'Workflows that have this theme.' }),
  notices: Type.Optional(Type.Array(Type.String(), { description: 'What of the colours sent was taken otherwise.' })),
})
export type Theme = Static<typeof Theme>

const writable = {
  name: Name,
  description: Type.Optional(Nullable(Description)),
  color_scheme: JsonObjectSchema,
  icon_set: Type.Optional(oneOf(iconSets)),
  is_system: Type.Optional(Type.Boolean({ description: 'Of the system, for everybody: by a superuser.' })),
}

export const NewTheme = Closed(writable)
export type NewTheme = Static<typeof NewTheme>

export const ThemeChanges = Closed({
  ...writable,
  name: Type.Optional(Name),
  color_scheme: Type.Optional(JsonObjectSchema),
})
export type ThemeChanges = Static<typeof ThemeChanges>
