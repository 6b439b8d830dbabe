import type { ErrorBody } from '@hidesync/contract/http/schemas'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'

const code = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** What the framework refuses on its own, in our words. */
const frameworkRefusal = (error: unknown, request: FastifyRequest): AppError | null => {
  switch (code(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE': {
      const most = Math.floor(request.routeOptions.bodyLimit) / 1024 / 1024
      return new AppError('request.too_large', `The body is too large: at most ${most} MB are taken.`)
    }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError(
        'request.unsupported_media_type',
        'Only JSON is taken: send the body with “content-type: application/json”.',
      )
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new AppError('request.malformed', 'The body is not as long as its Content-Length says.')
    case 'FST_ERR_BAD_URL':
    case 'URI_ERROR':
      return new AppError('request.malformed', 'The address of the request is not well formed.')
    default:
      return null
  }
}

/** The database could not be reached or gave up: not the client's fault, and worth another try. */
const isUnavailable = (error: unknown): boolean =>
  /^(08...|53...|57P0.|57014|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code(error)) ||
  (error instanceof Error && error.name === 'DatabaseLostError')

function asAppError(error: unknown, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  const framework = frameworkRefusal(error, request)
  if (framework !== null) return framework
  if (request.raw.readableAborted)
    return new AppError('request.malformed', 'The connection was closed before the request had arrived.')
  request.log.error({ err: error }, 'unexpected error')
  if (isUnavailable(error))
    return new AppError('server.unavailable', 'The database does not answer at the moment. Try again soon.', {
      headers: { 'retry-after': '5' },
    })
  return new AppError(
    'server.internal',
    `Something went wrong on our side. Nothing was changed; if it happens again, report it with the number ${request.id}.`,
  )
}

export const errorBody = (error: AppError, request_id: string): ErrorBody => ({
  detail: error.detail,
  code: error.code,
  ...(error.reason === undefined ? {} : { reason: error.reason }),
  ...(error.errors === undefined ? {} : { errors: error.errors.map(fault => ({ ...fault })) }),
  request_id,
})

/** The only place where an error becomes an answer. */
export function sendError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asAppError(error, request)
  // Whoever is still writing a body that is too large has to get to reading why: the rest is read and thrown away, for as long as
  // a request may take to arrive, instead of closing the connection on them.
  if (refusal.code === 'request.too_large') {
    reply.removeHeader('connection')
    request.raw.resume()
  }
  void reply
    .code(refusal.status)
    .removeHeader('etag')
    .headers(refusal.headers)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(refusal, request.id)))
}
