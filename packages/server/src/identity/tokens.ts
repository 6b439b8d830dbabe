import { createHash, createHmac, randomBytes } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { AppError } from '../http/app-error.ts'
import type { IdempotencyRequest } from '../http/idempotency.ts'
import type { SecretKeys } from './secret-key.ts'

/** Seconds. */
export const accessTokenLife = 900
/** Milliseconds; counted anew with every rotation. */
export const refreshTokenLife = 30 * 24 * 3_600_000

export const apiTokenPrefix = 'hs_'

export interface AccessClaims {
  readonly user_id: number
  /** The family of refresh tokens that it came with: the session. */
  readonly family_id: string
  /** Epoch milliseconds. */
  readonly expires_at: number
}

const issuer = 'hidesync'
const random = () => randomBytes(32).toString('base64url')

/** What the database keeps of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const newRefreshToken = (): string => `hsr_${random()}`
export const newApiToken = (): string => `${apiTokenPrefix}${random()}`

/** Of a link; the same again for a repeated request with an Idempotency-Key, so that its first answer need not be stored. */
export function linkToken(keys: SecretKeys, purpose: string, repeatable: IdempotencyRequest | null): string {
  if (repeatable === null) return random()
  const { user_id, route, key } = repeatable
  return createHmac('sha256', keys.refreshTokens).update(`${purpose} ${user_id} ${route} ${key}`).digest('base64url')
}

/** The one token that follows another: whoever shows the old one twice in a moment gets the same new one, and nothing is stored. */
export const successorOf = (keys: SecretKeys, token: string): string =>
  `hsr_${createHmac('sha256', keys.refreshTokens).update(token).digest('base64url')}`

export async function signAccessToken(
  keys: SecretKeys,
  claims: { readonly user_id: number; readonly family_id: string },
  now: Date,
): Promise<string> {
  const at = Math.floor(now.getTime() / 1000)
  return new SignJWT({ sid: claims.family_id })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(String(claims.user_id))
    .setIssuer(issuer)
    .setIssuedAt(at)
    .setExpirationTime(at + accessTokenLife)
    .sign(keys.accessTokens)
}

/** Throws the 401 that fits: expired is for the client to refresh, anything else is no token of ours. */
export async function verifyAccessToken(keys: SecretKeys, token: string, now: Date): Promise<AccessClaims> {
  try {
    const { payload } = await jwtVerify(token, keys.accessTokens, {
      algorithms: ['HS256'],
      issuer,
      currentDate: now,
      requiredClaims: ['sub', 'sid', 'exp'],
    })
    return { user_id: Number(payload.sub), family_id: String(payload['sid']), expires_at: Number(payload.exp) * 1000 }
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new AppError('auth.token_expired', 'The access token has expired. Refresh it, or sign in again.', {
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      })
    if (error instanceof errors.JOSEError) throw invalidToken()
    throw error
  }
}

export const invalidToken = () =>
  new AppError('auth.invalid_token', 'This token is not valid, or no longer. Sign in again.', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  })
