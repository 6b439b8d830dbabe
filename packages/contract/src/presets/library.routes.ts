import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id } from '../http/schemas.ts'
import { LibraryFeed } from './feed.schemas.ts'

export const libraryRoutes = {
  feed: route({
    method: 'GET',
    path: '/library/feed',
    summary:
      'The published public templates as a signed JSON Feed 1.1, last changed first, for other installations to subscribe to; `workshop_id`: those of its members. 404 where LIBRARY_FEED is off.',
    access: 'open',
    query: Closed({
      workshop_id: Type.Optional(Id),
      cursor: Type.Optional(
        Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9_-]+$', description: 'as `next_url` has it' }),
      ),
    }),
    status: 200,
    mediaType: 'application/feed+json',
    response: LibraryFeed,
  }),
}
