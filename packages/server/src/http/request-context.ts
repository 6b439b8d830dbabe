import type { Caller } from '@hidesync/domain/identity/permissions'
import type { Transaction } from '../database/database.ts'
import type { IdempotencyRequest } from './idempotency.ts'

/** How the caller proved who they are. */
export type Session =
  | { readonly kind: 'access_token'; readonly family_id: string }
  | { readonly kind: 'api_token'; readonly token_id: number }

/** A caller with what the request needs to know of them beside their rights. */
export interface Identity {
  readonly caller: Caller
  readonly locale: string
  readonly default_workshop_id: number | null
  readonly session: Session
  /** When the proof of who they are runs out, epoch milliseconds; null: not by itself. */
  readonly expires_at: number | null
}

/** Who calls an open route: nobody in particular. */
export const anonymous: Caller = { user_id: 0, is_superuser: false, roles: {}, scope: 'read' }

export interface CookieOptions {
  readonly path: string
  /** Seconds. */
  readonly maxAge: number
}

/** What a handler may know of its request beside the input, and what it may say beside the answer. */
export interface RequestContext {
  readonly caller: Caller
  /** Null on open routes. */
  readonly session: Session | null
  readonly request_id: string
  /** Address of the client, as far as `TRUST_PROXY` lets us believe it. */
  readonly address: string
  /** Of `?locale=`, else Accept-Language, else the caller's own, else `en`. */
  readonly locale: string
  /** All that the caller reads, the best liked first: for texts that exist in some languages only. */
  readonly languages: readonly string[]
  /** Of X-Workshop-Id, else the caller's default. Reading it answers 404 where the caller belongs to none. */
  readonly workshop_id: number
  /** The same; null where the caller belongs to none. */
  readonly workshop_or_null: number | null
  readonly ifMatch: string | null
  /** Of whoever goes on reading a stream of events. */
  readonly lastEventId: string | null
  /** Who calls, as of now: for answers that go on for long. Throws the 401 that fits once the token is not valid any more. */
  identifyAgain(): Promise<Identity>
  /** Aborted when the one who asked is gone before the answer: long work need not go on. */
  readonly signal: AbortSignal
  /** The caller asked for short answers (`Prefer: return=minimal`). */
  readonly minimal: boolean
  /**
   * The Idempotency-Key of a POST. Whoever reads it takes it on: looks for the first answer, and stores its own together with
   * the effect. `once` does so for everybody else.
   */
  readonly idempotency: IdempotencyRequest | null
  /**
   * Runs the work in one transaction. With an Idempotency-Key its result is stored in that transaction and returned again,
   * without running the work, to every request with the same key; so the result has to be JSON, a `JsonText` or undefined.
   */
  once<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The bearer token, of whatever kind: for open routes that take one of their own. Throws the 401 that fits. */
  readToken(): string
  readCookie(name: string): string | null
  /** For this site alone and out of reach of scripts; null takes it away. */
  setCookie(name: string, value: string | null, options: CookieOptions): void
  /** Answers with another status than the route's usual one; 204 goes without a body. */
  setStatus(status: 204 | 207): void
  /** The value with its quotes, such as `"7"`. */
  setETag(value: string): void
  /** The language of the texts in the answer, and that another caller would get another. */
  setLanguage(locale: string): void
  setHeader(name: string, value: string): void
}
