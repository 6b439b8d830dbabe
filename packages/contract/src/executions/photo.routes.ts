import { Type, type Static } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, Nullable, oneOf, Timestamp } from '../http/schemas.ts'

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Bytes of one photo. */
export const largestPhoto = 12 * 1024 * 1024

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

const params = Closed({ id: Id })

export const photoRoutes = {
  add: route({
    method: 'POST',
    path: '/workflows/executions/:id/steps/:step_id/photos',
    summary: 'Add a photo to a step: the body is the picture itself, up to 12 MB. Also once the run is over.',
    access: 'user',
    params: Closed({ id: Id, step_id: Id }),
    query: Closed({ caption: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) }),
    body: Type.Never({ description: 'The picture.' }),
    consumes: photoTypes,
    maxBytes: largestPhoto,
    status: 201,
    response: Photo,
  }),
  list: route({
    method: 'GET',
    path: '/workflows/executions/:id/photos',
    summary: 'The photos of a run, in the order in which they were added.',
    access: 'user',
    params,
    query: Closed({ step_id: Type.Optional(Id) }),
    status: 200,
    response: Type.Array(Photo),
  }),
  remove: route({
    method: 'DELETE',
    path: '/workflows/executions/:id/photos/:photo_id',
    summary: 'Take a photo away for good.',
    access: 'user',
    params: Closed({ id: Id, photo_id: Id }),
    status: 204,
  }),
  view: route({
    method: 'GET',
    path: '/photos/:photo_id',
    summary: 'The picture itself, for who has a signed address of it and may still see the run.',
    access: 'open',
    params: Closed({ photo_id: Id }),
    query: Closed({
      user: Id,
      expires: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'Seconds since 1970.' }),
      signature: Type.String({ pattern: '^[\\w-]{43}$' }),
    }),
    produces: photoTypes,
    status: 200,
  }),
}
