import { createClient } from '@hidesync/contract/client'
import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import type { Credentials, CredentialsFile, ServerCredentials } from './credentials-file.ts'

/** An access token is renewed when less than this is left of it. */
const margin = 30_000

export function sessionOf(email: string, pair: TokenPair, now: number): ServerCredentials {
  return {
    kind: 'session',
    email,
    access_token: pair.access_token,
    expires_at: now + pair.expires_in * 1000,
    refresh_token: pair.refresh_token,
  }
}

export function withServer(all: Credentials, server: string, mine: ServerCredentials): Credentials {
  return { ...all, server, servers: { ...all.servers, [server]: mine } }
}

export function withoutServer(all: Credentials, server: string): Credentials {
  return {
    ...all,
    server: all.server === server ? null : all.server,
    servers: Object.fromEntries(Object.entries(all.servers).filter(([name]) => name !== server)),
  }
}

/** The token for one server: from the environment, else from the file; a session's is renewed in time. */
export class Session {
  readonly #file: CredentialsFile
  readonly #server: string
  readonly #fixed: string | null
  readonly #fetch: typeof fetch
  #current: ServerCredentials | null = null

  constructor(options: { file: CredentialsFile; server: string; fixedToken: string | null; fetch: typeof fetch }) {
    this.#file = options.file
    this.#server = options.server
    this.#fixed = options.fixedToken
    this.#fetch = options.fetch
  }

  async token(): Promise<string | null> {
    if (this.#fixed !== null) return this.#fixed
    this.#current ??= (await this.#file.read()).servers[this.#server] ?? null
    if (this.#current?.kind === 'session' && this.#current.expires_at - margin < Date.now()) await this.renew()
    if (this.#current === null) return null
    return this.#current.kind === 'token' ? this.#current.token : this.#current.access_token
  }

  /**
   * Gets a fresh access token; false: there is none to be had, sign in again. A refresh token works once, so that this happens under
   * the file's lock, and a token that another process renewed meanwhile is taken as it is.
   */
  async renew(): Promise<boolean> {
    const known = this.#current
    if (this.#fixed !== null || known?.kind !== 'session') return false
    return this.#file.update(async all => {
      const stored = all.servers[this.#server]
      if (stored?.kind !== 'session') {
        this.#current = stored ?? null
        return [all, stored !== undefined] as const
      }
      if (stored.access_token !== known.access_token) {
        this.#current = stored
        return [all, true] as const
      }
      const client = createClient({ baseUrl: this.#server, fetch: this.#fetch })
      const pair = await client.auth.refresh({ body: { refresh_token: stored.refresh_token } }).catch(refusedOnly)
      if (pair === null) return [all, false] as const
      this.#current = sessionOf(stored.email, pair, Date.now())
      return [withServer(all, this.#server, this.#current), true] as const
    })
  }
}

/** A session that has ended is an answer; that the server cannot be reached is a failure. */
const refusedOnly = (error: unknown): null => {
  if ((error as { status?: number }).status === 401) return null
  throw error
}
