import { Type, type Static } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Email, Locale, Name, oneOf } from '../http/schemas.ts'
import { Password } from './identity.schemas.ts'

export const unitSystems = ['metric', 'imperial'] as const

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

export const setupRoutes = {
  state: route({
    method: 'GET',
    path: '/setup',
    summary: 'Whether the installation is still to be set up, and the units that it measures in.',
    access: 'open',
    status: 200,
    response: SetupState,
  }),
  progress: route({
    method: 'GET',
    path: '/setup/progress',
    summary: 'What of the set-up was saved so far.',
    access: 'superuser',
    status: 200,
    response: SetupProgress,
  }),
  save: route({
    method: 'POST',
    path: '/setup',
    summary: 'Save a step of the set-up, as often as you like, until one says `finished`.',
    access: 'superuser',
    body: SetupStep,
    status: 200,
    response: SetupProgress,
  }),
}
