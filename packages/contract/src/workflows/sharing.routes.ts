import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { NewShare, Share } from './sharing.schemas.ts'

export const sharingRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows/:id/shares',
    summary: 'With whom a workflow is shared, for those who may share it.',
    access: 'user',
    params: Closed({ id: Id }),
    status: 200,
    response: Type.Array(Share),
  }),
  put: route({
    method: 'POST',
    path: '/workflows/:id/shares',
    summary:
      'Share with a person or a workshop; again replaces the permission. A private workflow becomes `shared` with it; made private again, its shares sleep.',
    access: 'user',
    versioned: true,
    params: Closed({ id: Id }),
    body: NewShare,
    status: 201,
    response: Share,
  }),
  removePerson: route({
    method: 'DELETE',
    path: '/workflows/:id/shares/:user_id',
    summary: 'No longer share with a person; takes effect at once.',
    access: 'user',
    versioned: true,
    params: Closed({ id: Id, user_id: Id }),
    status: 204,
  }),
  removeWorkshop: route({
    method: 'DELETE',
    path: '/workflows/:id/shares/workshops/:workshop_id',
    summary: 'No longer share with a workshop; takes effect at once.',
    access: 'user',
    versioned: true,
    params: Closed({ id: Id, workshop_id: Id }),
    status: 204,
  }),
}
