import { timerStatuses } from '@hidesync/domain/executions/timer'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Id, Name, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

/** Made by who starts it, so that it has its id before the server has heard of it. */
export const TimerId = Type.String({
  pattern: '^[A-Za-z0-9_-]{1,64}$',
  description: '1 to 64 letters, digits, hyphens and underscores, such as a UUID',
})

/** From one second to 60 days. */
const TimerMinutes = Type.Number({ minimum: 1 / 60, maximum: 86_400 })

export const Timer = Type.Object({
  id: Type.String(),
  execution_id: Id,
  step_id: Nullable(Id),
  label: Type.String({ description: 'Its own words, else the name of its step; empty where it has neither.' }),
  minutes: Type.Number({ description: 'What it was set to, with what was added since.' }),
  status: oneOf(timerStatuses),
  ends_at: Nullable(Timestamp),
  remaining: Type.Number({
    description: 'Minutes; negative: how long it has been over. It stays until it is stopped.',
  }),
  started_by: Nullable(Id),
  started_at: Timestamp,
})
export type Timer = Static<typeof Timer>

/** A timer with where it belongs, for lists over several executions. */
export const TimerOfRun = Type.Composite([
  Timer,
  Type.Object({ workflow_name: Type.String(), step_name: Nullable(Type.String()) }),
])
export type TimerOfRun = Static<typeof TimerOfRun>

export const StartTimer = Closed({
  timer_id: Type.Optional(TimerId),
  minutes: TimerMinutes,
  label: Type.Optional(Nullable(Name)),
  step_id: Type.Optional(Nullable(Id)),
})
export type StartTimer = Static<typeof StartTimer>

export const ExtendTimer = Closed({
  minutes: Type.Number({ minimum: -86_400, maximum: 86_400, description: 'Negative minutes shorten it.' }),
})
