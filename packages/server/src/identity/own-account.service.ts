import type { ApiToken, NewApiToken, OwnChanges, OwnUser } from '@hidesync/contract/identity/identity.schemas'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { createHmac } from 'node:crypto'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { insertApiToken, listApiTokens, revokeApiToken } from './api-token.repository.ts'
import type { CallerResolver } from './caller-resolver.ts'
import { tokenAnswer, userAnswer, wrongField } from './identity-answers.ts'
import type { Passwords } from './passwords.ts'
import type { SecretKeys } from './secret-key.ts'
import { SessionRepository } from './session.repository.ts'
import { apiTokenPrefix, invalidToken, newApiToken, tokenHash } from './tokens.ts'
import { readOwnCredentials, readPreferences, readUser } from './user.reader.ts'
import { UserRepository } from './user.repository.ts'
import { workshopExists } from './workshop.reader.ts'

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly passwords: Passwords
  readonly callers: CallerResolver
  readonly now: () => Date
}

const day = 24 * 3_600_000

/** Bytes that what somebody likes may take. */
const largestPreferences = 16 * 1024

/** What there is with the changes put over it, as JSON text: two devices that change different things do not undo each other's. */
async function preferencesWith(tx: Transaction, userId: number, changes: JsonObject): Promise<string> {
  const present = await readPreferences(tx, userId, 'lock')
  const merged = { ...present, ...changes }
  const text = JSON.stringify(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)))
  if (Buffer.byteLength(text) > largestPreferences)
    throw wrongField('/preferences', 'Preferences may take 16 kB in all. Leave something out.')
  return text
}

/** What people do with their own account. */
export class OwnAccountService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async get(context: RequestContext): Promise<OwnUser> {
    return this.#own(this.#deps.db, context)
  }

  async update({ preferences, ...changes }: OwnChanges, context: RequestContext): Promise<OwnUser> {
    const { caller } = context
    const { db, callers, now } = this.#deps
    const { default_workshop_id: workshop } = changes
    const user = await db.transaction().execute(async tx => {
      if (workshop !== undefined) {
        const theirs = caller.is_superuser ? await workshopExists(tx, workshop) : caller.roles[String(workshop)]
        if (!theirs) throw wrongField('/default_workshop_id', `There is no workshop ${workshop} that you belong to.`)
      }
      const kept =
        preferences === undefined ? {} : { preferences: await preferencesWith(tx, caller.user_id, preferences) }
      await new UserRepository(tx).update(caller.user_id, { ...changes, ...kept }, now())
      return this.#own(tx, context)
    })
    callers.forget()
    return user
  }

  /** Ends every session but the one that asks. API tokens stay: each can be revoked by itself. */
  async changePassword(
    { current_password, new_password }: { readonly current_password: string; readonly new_password: string },
    context: RequestContext,
  ): Promise<void> {
    const { db, passwords, callers, now } = this.#deps
    const { user_id } = context.caller
    const own = await readOwnCredentials(db, user_id)
    const password_hash = await passwords.hash(new_password)
    const right = await passwords.matches(current_password, own?.password_hash ?? null)
    const session = context.session?.kind === 'access_token' ? context.session.family_id : null
    await context.once(async tx => {
      if (!right) throw new AppError('user.wrong_password', 'The current password is not right. Nothing was changed.')
      await new UserRepository(tx).update(user_id, { password_hash }, now())
      await new SessionRepository(tx).endAllOf(user_id, now(), session)
    })
    callers.forget()
  }

  async listTokens({ caller }: RequestContext): Promise<ApiToken[]> {
    return (await listApiTokens(this.#deps.db, caller.user_id)).map(tokenAnswer)
  }

  /** The value stands in this answer alone; of a repeated request it is worked out again, never stored. */
  async createToken(input: NewApiToken, context: RequestContext): Promise<ApiToken> {
    const { now } = this.#deps
    const token = this.#tokenFor(context)
    const made = await context.once(async tx => {
      const created_at = now()
      const row = await insertApiToken(tx, {
        user_id: context.caller.user_id,
        name: input.name,
        scope: input.scope ?? 'write',
        token_hash: tokenHash(token),
        created_at,
        expires_at:
          input.expires_in_days === undefined ? null : new Date(created_at.getTime() + input.expires_in_days * day),
      })
      return tokenAnswer(row)
    })
    context.setHeader('cache-control', 'no-store')
    return { ...made, token }
  }

  async deleteToken(id: number, { caller }: RequestContext): Promise<void> {
    const { db, callers, now } = this.#deps
    const revoked = await db.transaction().execute(tx => revokeApiToken(tx, caller.user_id, id, now()))
    if (!revoked) throw new AppError('token.not_found', `You have no API token ${id}.`)
    callers.forget()
  }

  /** At a station they are told as what they are there. */
  async #own(db: Database, { caller }: RequestContext): Promise<OwnUser> {
    const [row, preferences] = [await readUser(db, caller.user_id), await readPreferences(db, caller.user_id)]
    if (row === null || preferences === null) throw invalidToken()
    if (caller.at_station !== true) return { ...userAnswer(row), preferences }
    const [workshop = null] = Object.keys(caller.roles).map(Number)
    return { ...userAnswer(row), is_superuser: caller.is_superuser, default_workshop_id: workshop, preferences }
  }

  #tokenFor({ idempotency }: RequestContext): string {
    if (idempotency === null) return newApiToken()
    const { user_id, key } = idempotency
    const value = createHmac('sha256', this.#deps.keys.refreshTokens).update(`api token ${user_id} ${key}`)
    return `${apiTokenPrefix}${value.digest('base64url')}`
  }
}
