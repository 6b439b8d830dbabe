import type { Database } from '../database/database.ts'
import type { Identity } from '../http/request-context.ts'
import { touchApiToken } from './api-token.repository.ts'
import { readApiCaller, readSessionCaller, type CallerRow } from './caller.reader.ts'
import type { SecretKeys } from './secret-key.ts'
import { apiTokenPrefix, invalidToken, tokenHash, verifyAccessToken } from './tokens.ts'

/** A right that was taken away ends within this time, on every server process. Milliseconds. */
const longestTrust = 1000
const mostKept = 10_000
/** How exactly `last_used_at` tells the truth. Milliseconds. */
const touchedEvery = 60_000

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly now: () => Date
}

interface Known {
  readonly identity: Promise<Identity>
  readonly until: number
}

const defaultWorkshop = (row: CallerRow): number | null => {
  const { default_workshop_id: preferred, first_workshop_id: first, is_superuser, roles } = row
  if (preferred !== null && (is_superuser || roles[String(preferred)] !== undefined)) return preferred
  const [own] = Object.keys(roles).map(Number)
  return own ?? (is_superuser ? first : null)
}

/** Tells who a token belongs to and what they may do, asking the database at most once a second for each token. */
export class CallerResolver {
  readonly #deps: Deps
  readonly #known = new Map<string, Known>()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Throws the 401 that fits. */
  resolve(token: string): Promise<Identity> {
    const at = performance.now()
    const known = this.#known.get(token)
    if (known !== undefined && known.until > at) return known.identity
    const identity = token.startsWith(apiTokenPrefix) ? this.#ofApiToken(token) : this.#ofAccessToken(token)
    // What is there the longest goes first; entries do not live long enough for anything cleverer to pay.
    this.#known.delete(token)
    this.#known.set(token, { identity, until: at + longestTrust })
    // A refusal is not kept: what failed for a moment, a database that was away, must not fail for longer.
    identity.catch(() => this.#known.get(token)?.identity === identity && this.#known.delete(token))
    if (this.#known.size > mostKept) for (const oldest of this.#known.keys()) return this.#drop(oldest, identity)
    return identity
  }

  /** After a change of rights: in this process nobody waits for the second to pass. */
  forget(): void {
    this.#known.clear()
  }

  #drop(oldest: string, identity: Promise<Identity>): Promise<Identity> {
    this.#known.delete(oldest)
    return identity
  }

  async #ofAccessToken(token: string): Promise<Identity> {
    const { db, keys, now } = this.#deps
    const claims = await verifyAccessToken(keys, token, now())
    const row = await readSessionCaller(db, claims)
    if (row === null) throw invalidToken()
    const { family_id, expires_at } = claims
    return { ...this.#identity(row, 'write', { kind: 'access_token', family_id }), expires_at }
  }

  async #ofApiToken(token: string): Promise<Identity> {
    const { db, now } = this.#deps
    const row = await readApiCaller(db, tokenHash(token), now())
    if (row === null) throw invalidToken()
    const { last_used_at, scope, token_id } = row
    if (last_used_at === null || now().getTime() - last_used_at.getTime() > touchedEvery)
      await touchApiToken(db, token_id, now())
    return this.#identity(row, scope, { kind: 'api_token', token_id })
  }

  #identity(row: CallerRow, scope: 'read' | 'write', session: Identity['session']): Identity {
    const { user_id, is_superuser, roles, locale, at_station = false } = row
    return {
      caller: { user_id, is_superuser, roles, scope, at_station },
      locale,
      default_workshop_id: defaultWorkshop(row),
      session,
      expires_at: null,
    }
  }
}
