import { Type, type Static } from '@sinclair/typebox'
import { Closed, Email, Locale, Name, oneOf } from '../http/schemas.ts'
import { Password } from './identity.schemas.ts'

const unitSystems = ['metric', 'imperial'] as const

const Units = oneOf(unitSystems)

export const SetupState = Type.Object({
  needed: Type.Boolean(),
  units: Units,
})
export type SetupState = Static<typeof SetupState>

/** What was saved so far. */
export const SetupProgress = Type.Object({
  ...SetupState.properties,
  display_name: Type.String(),
  email: Type.String(),
  locale: Type.String(),
  workshop_name: Type.String(),
  samples: Type.Boolean({ description: 'Whether the sample workflows are there.' }),
})
export type SetupProgress = Static<typeof SetupProgress>

export const SetupStep = Closed({
  display_name: Type.Optional(Name),
  email: Type.Optional(Email),
  password: Type.Optional(Password),
  workshop_name: Type.Optional(Name),
  locale: Type.Optional(Locale),
  units: Type.Optional(Units),
  samples: Type.Optional(Type.Boolean()),
  finished: Type.Optional(Type.Literal(true)),
})
export type SetupStep = Static<typeof SetupStep>
