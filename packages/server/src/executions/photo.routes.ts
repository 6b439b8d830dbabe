import { photoRoutes as routes } from '@hidesync/contract/executions/photo.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { PhotoService } from './photo.service.ts'

export function registerPhotoRoutes(app: FastifyInstance, { photos }: { readonly photos: PhotoService }): void {
  mount(app, routes.add, ({ params, query, body }, context) =>
    photos.add(params, { body, caption: query?.caption }, context),
  )
  mount(app, routes.list, ({ params, query }, context) => photos.list(params.id, query?.step_id, context))
  mount(app, routes.remove, ({ params }, context) => photos.remove(params.id, params.photo_id, context))
  mount(app, routes.view, ({ params, query }, context) => {
    const { user = 0, expires = 0, signature = '' } = query ?? {}
    return photos.view({ photo_id: params.photo_id, user, expires }, signature, context)
  })
}
