import { RawBody } from '@hidesync/contract/http/raw-body'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of bodies that the route takes beside JSON. */
    readonly consumes?: readonly string[]
  }
}

/** The media type without its parameters. */
export const typeOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

const listed = new Intl.ListFormat('en-GB')

/** Hands bodies that are no JSON to the routes that declare their media type; every other route refuses them (415). */
export function registerRawBody(app: FastifyInstance): void {
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, bytes, done) => {
    const type = typeOf(request)
    const { consumes = [] } = request.routeOptions.config
    if (consumes.includes(type)) return done(null, new RawBody(type, bytes as Buffer))
    const detail = consumes.every(one => one === 'application/json')
      ? 'Only JSON is taken: send the body with “content-type: application/json”.'
      : `Taken are ${listed.format(new Set(['application/json', ...consumes]))}: send the body with the “content-type” that it has.`
    done(new AppError('request.unsupported_media_type', detail))
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The body's text, without a byte order mark; refuses (400) what is no UTF-8. */
export function textOfBody({ bytes }: RawBody): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new AppError('request.malformed', 'The body is not UTF-8 text. Save the file as UTF-8 and send it again.', {
      reason: 'no_text',
    })
  }
}
