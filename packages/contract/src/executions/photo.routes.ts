import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { largestPhoto, photoTypes } from './photo-files.ts'
import { Photo } from './photo.schemas.ts'

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
