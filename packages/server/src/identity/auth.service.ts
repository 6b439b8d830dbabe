import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { CallerResolver } from './caller-resolver.ts'
import type { Passwords } from './passwords.ts'
import type { SecretKeys } from './secret-key.ts'
import { SessionRepository } from './session.repository.ts'
import {
  accessTokenLife,
  invalidToken,
  newRefreshToken,
  refreshTokenLife,
  signAccessToken,
  successorOf,
  tokenHash,
} from './tokens.ts'
import { readCredentials } from './user.reader.ts'

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly passwords: Passwords
  readonly callers: CallerResolver
  readonly now: () => Date
}

/** Two tabs that refresh at once are normal: so long the old token still answers with the new one. Milliseconds. */
const reuseGrace = 10_000

type Rotation =
  | { readonly type: 'rotated'; readonly user_id: number; readonly family_id: string; readonly refresh_token: string }
  | { readonly type: 'unknown' }
  | { readonly type: 'expired' }
  | { readonly type: 'reused' }

/** Signs people in and out: short access tokens, and refresh tokens that are spent by their use. */
export class AuthService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async signIn(email: string, password: string): Promise<TokenPair> {
    const { db, passwords } = this.#deps
    const user = await readCredentials(db, email)
    const matches = await passwords.matches(password, user?.password_hash ?? null)
    if (!matches || user === null || !user.is_active)
      throw new AppError('auth.invalid_credentials', 'E-mail or password is wrong. Check both and try again.')
    return this.openSession(user.id)
  }

  /** A new session of a user whose identity is certain. */
  async openSession(user_id: number): Promise<TokenPair> {
    const { db, now } = this.#deps
    const family_id = randomUUID()
    const refresh_token = newRefreshToken()
    await db.transaction().execute(tx =>
      new SessionRepository(tx).insert({
        family_id,
        user_id,
        token_hash: tokenHash(refresh_token),
        created_at: now(),
        expires_at: new Date(now().getTime() + refreshTokenLife),
      }),
    )
    return this.#pair({ user_id, family_id, refresh_token })
  }

  /** A new pair for a refresh token, which is spent by it. Shown again later, it ends the whole session: it was stolen. */
  async refresh(token: string): Promise<TokenPair> {
    const rotation = await this.#rotate(token)
    switch (rotation.type) {
      case 'rotated':
        return this.#pair(rotation)
      case 'reused':
        this.#deps.callers.forget()
        throw new AppError(
          'auth.token_reused',
          'This refresh token was used before, so somebody else may have it. The session has been ended: sign in again.',
        )
      case 'expired':
        throw new AppError('auth.token_expired', 'The session has expired. Sign in again.')
      case 'unknown':
        throw invalidToken()
    }
  }

  /** Ends the session that the token belongs to; a token that belongs to none is as good as signed out. */
  async signOut(token: string): Promise<void> {
    const { db, now, callers } = this.#deps
    await db.transaction().execute(async tx => {
      const sessions = new SessionRepository(tx)
      const row = await sessions.lock(tokenHash(token))
      if (row !== null) await sessions.endFamily(row.family_id, now())
    })
    callers.forget()
  }

  /** The ending of a family has to be committed, so what is refused comes back as a value. */
  async #rotate(token: string): Promise<Rotation> {
    const { db, keys, now } = this.#deps
    const refresh_token = successorOf(keys, token)
    const at = now()
    return db.transaction().execute(async (tx): Promise<Rotation> => {
      const sessions = new SessionRepository(tx)
      const row = await sessions.lock(tokenHash(token))
      if (row === null || row.revoked_at !== null) return { type: 'unknown' }
      const { family_id, user_id } = row
      if (row.used_at !== null) {
        if (at.getTime() - row.used_at.getTime() <= reuseGrace)
          return { type: 'rotated', user_id, family_id, refresh_token }
        await sessions.endFamily(family_id, at)
        return { type: 'reused' }
      }
      if (row.expires_at <= at) return { type: 'expired' }
      await sessions.markUsed(row.id, at)
      await sessions.insert({
        family_id,
        user_id,
        token_hash: tokenHash(refresh_token),
        created_at: at,
        expires_at: new Date(at.getTime() + refreshTokenLife),
      })
      return { type: 'rotated', user_id, family_id, refresh_token }
    })
  }

  async #pair(session: {
    readonly user_id: number
    readonly family_id: string
    readonly refresh_token: string
  }): Promise<TokenPair> {
    const { keys, now } = this.#deps
    return {
      access_token: await signAccessToken(keys, session, now()),
      token_type: 'bearer',
      expires_in: accessTokenLife,
      refresh_token: session.refresh_token,
      user_id: session.user_id,
    }
  }
}
