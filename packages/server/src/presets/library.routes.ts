import { libraryRoutes as routes } from '@hidesync/contract/presets/library.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { LibraryFeedService } from './library-feed.service.ts'

export function registerLibraryRoutes(
  app: FastifyInstance,
  { libraryFeed }: { readonly libraryFeed: LibraryFeedService },
): void {
  mount(app, routes.feed, ({ query }, context) => libraryFeed.page(query ?? {}, context))
}
