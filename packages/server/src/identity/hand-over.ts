import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import type { RequestContext } from '../http/request-context.ts'
import { refreshTokenLife } from './tokens.ts'

export const refreshCookie = 'hidesync_refresh'
export const refreshCookieKept = { path: '/api/v1/auth', maxAge: refreshTokenLife / 1000 }

/** Hands the pair to the client, the refresh token also where no script can read it. */
export function handOver(pair: TokenPair, context: RequestContext): TokenPair {
  context.setCookie(refreshCookie, pair.refresh_token, refreshCookieKept)
  context.setHeader('cache-control', 'no-store')
  return pair
}
