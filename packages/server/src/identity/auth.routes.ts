import { authRoutes as routes } from '@hidesync/contract/identity/identity.routes'
import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../http/app-error.ts'
import { mount } from '../http/mount.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { AuthService } from './auth.service.ts'
import { refreshTokenLife } from './tokens.ts'

interface Services {
  readonly auth: AuthService
}

const cookie = 'hidesync_refresh'
const kept = { path: '/api/v1/auth', maxAge: refreshTokenLife / 1000 }

/** From the body, else from the cookie that the browser keeps. */
const refreshToken = (body: { refresh_token?: string } | null | undefined, context: RequestContext): string | null =>
  body?.refresh_token ?? context.readCookie(cookie)

/** Hands the pair to the client, the refresh token also where no script can read it. */
const handOver = (pair: TokenPair, context: RequestContext): TokenPair => {
  context.setCookie(cookie, pair.refresh_token, kept)
  context.setHeader('cache-control', 'no-store')
  return pair
}

export function registerAuthRoutes(app: FastifyInstance, { auth }: Services): void {
  mount(
    app,
    routes.token,
    async ({ body }, context) => handOver(await auth.signIn(body.email, body.password), context),
    { before: app.runtime.countSignIn },
  )
  mount(app, routes.refresh, async ({ body }, context) => {
    const token = refreshToken(body, context)
    if (token === null) throw new AppError('auth.required', 'There is no refresh token in the body or the cookie.')
    return handOver(await auth.refresh(token), context)
  })
  mount(app, routes.logout, async ({ body }, context) => {
    const token = refreshToken(body, context)
    context.setCookie(cookie, null, kept)
    if (token !== null) await auth.signOut(token)
  })
}
