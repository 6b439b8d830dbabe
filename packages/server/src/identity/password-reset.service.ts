import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import type { ResetLink, ResetView } from '@hidesync/contract/identity/link.schemas'
import { mayResetPassword } from '@hidesync/domain/identity/permissions'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { AuthService } from './auth.service.ts'
import type { CallerResolver } from './caller-resolver.ts'
import { readUserCaller } from './caller.reader.ts'
import { insertPasswordReset, markPasswordResetUsed, readPasswordReset, readResettable } from './link.repository.ts'
import type { Passwords } from './passwords.ts'
import type { SecretKeys } from './secret-key.ts'
import { SessionRepository } from './session.repository.ts'
import { linkToken, tokenHash } from './tokens.ts'
import { UserRepository } from './user.repository.ts'

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly passwords: Passwords
  readonly callers: CallerResolver
  readonly auth: AuthService
  readonly now: () => Date
  readonly publicUrl: string | null
}

const day = 24 * 3_600_000

const notFound = () =>
  new AppError(
    'password_reset.not_found',
    'This link was used, a newer one was made, or who made it may no longer do so. Ask for a new one.',
  )

/** Links by which people who forgot their password set a new one. */
export class PasswordResetService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async create(user_id: number, context: RequestContext): Promise<ResetLink> {
    const { keys, now, publicUrl } = this.#deps
    const { caller } = context
    const token = linkToken(keys, 'password reset', context.idempotency)
    const made = await context.once(async tx => {
      const person = await readResettable(tx, user_id)
      const known = caller.is_superuser || person?.workshop_ids.some(id => caller.roles[String(id)] !== undefined)
      if (person === null || known !== true)
        throw new AppError('user.not_found', `There is no user ${user_id} in your workshops who could sign in.`)
      if (!mayResetPassword(caller, person))
        throw new AppError(
          'access.forbidden',
          'Only a superuser, or somebody who manages all workshops of this person, may do this.',
          { reason: 'managers_of_all_only' },
        )
      const created_at = now()
      const expires_at = new Date(created_at.getTime() + day)
      await insertPasswordReset(tx, {
        user_id,
        token_hash: tokenHash(token),
        created_by: caller.user_id,
        created_at,
        expires_at,
      })
      return { expires_at: expires_at.toISOString() }
    })
    context.setHeader('cache-control', 'no-store')
    return { ...made, token, url: `${publicUrl ?? ''}/password-resets/${token}` }
  }

  async view(token: string): Promise<ResetView> {
    const row = await this.#read(this.#deps.db, token)
    const { display_name, email, expires_at } = row
    return { display_name, email, expires_at: expires_at.toISOString(), expired: expires_at <= this.#deps.now() }
  }

  /** Ends every session there was, and opens one. */
  async use(token: string, password: string): Promise<TokenPair> {
    const { db, passwords, auth, callers, now } = this.#deps
    await this.view(token)
    const password_hash = await passwords.hash(password)
    const user_id = await db.transaction().execute(async tx => {
      const link = await this.#read(tx, token, 'lock')
      if (link.expires_at <= now())
        throw new AppError('password_reset.expired', 'This link has expired. Ask for a new one.')
      await new UserRepository(tx).update(link.user_id, { password_hash }, now())
      await new SessionRepository(tx).endAllOf(link.user_id, now())
      await markPasswordResetUsed(tx, link.id, now())
      return link.user_id
    })
    callers.forget()
    return auth.openSession(user_id)
  }

  /** A link is worth no more than its maker: whoever could no longer make it has lost it, too. */
  async #read(db: Database, token: string, lock: 'lock' | null = null) {
    const link = await readPasswordReset(db, tokenHash(token), lock)
    const made_by = link?.created_by ?? null
    const maker = made_by === null ? null : await readUserCaller(db, made_by)
    const person = link === null ? null : await readResettable(db, link.user_id)
    if (link === null || maker === null || person === null || !mayResetPassword(maker, person)) throw notFound()
    return link
  }
}
