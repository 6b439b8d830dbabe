import { authRoutes as routes } from '@hidesync/contract/identity/identity.routes'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../http/app-error.ts'
import { mount } from '../http/mount.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { AuthService } from './auth.service.ts'
import { handOver, refreshCookie, refreshCookieKept } from './hand-over.ts'

interface Services {
  readonly auth: AuthService
}

/** From the body, else from the cookie that the browser keeps. */
const refreshToken = (body: { refresh_token?: string } | null | undefined, context: RequestContext): string | null =>
  body?.refresh_token ?? context.readCookie(refreshCookie)

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
    context.setCookie(refreshCookie, null, refreshCookieKept)
    if (token !== null) await auth.signOut(token)
  })
}
