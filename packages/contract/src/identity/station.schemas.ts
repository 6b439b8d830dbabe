import { Type, type Static } from '@sinclair/typebox'
import { Id, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

export const Pin = Type.String({ pattern: '^[0-9]{4,8}$', description: 'four to eight digits', writeOnly: true })

export const Station = Type.Object({ id: Id, name: Type.String(), created_at: Timestamp })
export type Station = Static<typeof Station>

export const MadeStation = Type.Object({
  ...Station.properties,
  token: Type.String({ description: 'For the device; shown once.' }),
})
export type MadeStation = Static<typeof MadeStation>

/** What a station shows while nobody is signed in at it. */
export const StationView = Type.Object({
  id: Id,
  name: Type.String(),
  workshop_id: Id,
  workshop_name: Type.String(),
  operators: Type.Array(Type.Object({ id: Id, display_name: Type.String(), has_pin: Type.Boolean() })),
  runs: Type.Array(
    Type.Object({
      id: Id,
      workflow_id: Id,
      workflow_name: Type.String(),
      status: oneOf(['active', 'paused']),
      started_by: Id,
      started_by_name: Nullable(Type.String()),
      current_step_id: Nullable(Id),
      current_step_name: Nullable(Type.String()),
      progress_percentage: Type.Number(),
      updated_at: Timestamp,
    }),
    { description: 'Active and paused runs of the workshop, the last used first, 50 at most.' },
  ),
})
export type StationView = Static<typeof StationView>

export const StationSession = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds.' }),
})
export type StationSession = Static<typeof StationSession>
