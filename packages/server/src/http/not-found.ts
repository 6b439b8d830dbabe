import type { Route } from '@hidesync/contract/http/route'
import { apiPrefix, routes } from '@hidesync/contract/routes'
import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'

const all: readonly Route[] = Object.values(routes).flatMap(group => Object.values(group) as Route[])

const matcher = (path: string) => new RegExp(`^${apiPrefix}${path.replace(/:\w+/g, '[^/]+')}/?$`)
const known = all.map(({ method, path }) => ({ method, pattern: matcher(path) }))

/** Path without the query, short enough to be shown. */
export const pathOf = (url: string): string => url.split('?', 1)[0]?.slice(0, 200) ?? ''

/** Whether the path is unknown, or only the method. */
export function notFound(request: FastifyRequest): AppError {
  const path = pathOf(request.url)
  const methods = [...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))]
  if (methods.length === 0)
    return new AppError('request.not_found', `There is nothing at ${path}. The API is described at /docs.`)
  return new AppError('request.method_not_allowed', `${path} takes ${methods.join(', ')}, not ${request.method}.`, {
    headers: { allow: methods.join(', ') },
  })
}
