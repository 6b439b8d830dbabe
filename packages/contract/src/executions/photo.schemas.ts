import { Type, type Static } from '@sinclair/typebox'
import { Id, Nullable, oneOf, Timestamp } from '../http/schemas.ts'
import { photoTypes } from './photo-files.ts'

/** A picture of how a step turned out. */
export const Photo = Type.Object({
  id: Id,
  execution_id: Id,
  step_id: Id,
  caption: Nullable(Type.String()),
  media_type: oneOf(photoTypes),
  size: Type.Integer({ description: 'Bytes.' }),
  created_by: Nullable(Id),
  created_by_name: Nullable(Type.String()),
  created_at: Timestamp,
  url: Type.String({ description: 'Where the picture itself is, without a token, until `url_expires_at`.' }),
  url_expires_at: Timestamp,
})
export type Photo = Static<typeof Photo>
