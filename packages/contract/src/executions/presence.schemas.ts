import { Type, type Static } from '@sinclair/typebox'
import { Id, oneOf, Timestamp } from '../http/schemas.ts'

/** What a run can be open on. */
export const deviceKinds = ['phone', 'tablet', 'computer'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** How long a device counts as present after it said so last. Milliseconds. */
export const presenceLasts = 60_000

/** What a device calls itself: made by the device, and the same for all runs that are open on it. */
export const DeviceId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

export const Announcement = Type.Object({ device: oneOf(deviceKinds) }, { additionalProperties: false })

/** Another device that a run is open on. */
export const Presence = Type.Object({
  device: oneOf(deviceKinds),
  user_id: Id,
  user_name: Type.String(),
  since: Timestamp,
})
export type Presence = Static<typeof Presence>
