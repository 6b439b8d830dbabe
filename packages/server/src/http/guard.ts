import type { Route } from '@hidesync/contract/http/route'
import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import './http-runtime.ts'
import type { Identity } from './request-context.ts'

const challenge = { headers: { 'www-authenticate': 'Bearer' } }

/** The token that the request shows; throws the 401 that fits where it shows none. */
export const tokenOf = (request: FastifyRequest): string => {
  const header = request.headers.authorization
  const token = header === undefined ? undefined : /^Bearer +([\w\-.~+/]+=*)$/i.exec(header)?.[1]
  if (token !== undefined) return token
  if (header === undefined) throw new AppError('auth.required', 'Sign in first: this needs a token.', challenge)
  throw new AppError('auth.invalid_token', 'The Authorization header has to be “Bearer” and a token.', challenge)
}

const refuseForbidden = (route: Route, { caller }: Identity): void => {
  if (route.atStations === false && caller.at_station === true)
    throw new AppError('access.forbidden', 'This is not for a station, where a PIN is enough. Sign in with e-mail.', {
      reason: 'not_at_stations',
    })
  if (route.access === 'superuser' && !caller.is_superuser)
    throw new AppError('access.forbidden', 'Only a superuser may do this.', { reason: 'superusers_only' })
  if (caller.scope === 'read' && route.method !== 'GET')
    throw new AppError('access.forbidden', 'This API token may only read. Use one with the scope “write”.')
}

/** Finds out who calls, and counts the request for them; throws 401 for nobody in particular. */
export async function identifyCaller(request: FastifyRequest): Promise<Identity> {
  const { runtime } = request.server
  try {
    request.identity = await runtime.identify(tokenOf(request))
    return request.identity
  } finally {
    // Guessing tokens counts for the address.
    await runtime.countRequest(request)
  }
}

/** Before anything of the body is read: who calls, how often, and whether the route is for them at all. */
export const guard =
  (route: Route) =>
  async (request: FastifyRequest): Promise<void> => {
    if (route.access === 'open') return request.server.runtime.countRequest(request)
    refuseForbidden(route, await identifyCaller(request))
  }
