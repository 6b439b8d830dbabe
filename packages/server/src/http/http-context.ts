import type { Route } from '@hidesync/contract/http/route'
import type { Caller } from '@hidesync/domain/identity/permissions'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from '../database/database.ts'
import { AppError } from './app-error.ts'
import '@fastify/cookie'
import './http-runtime.ts'
import { goneSignal } from './gone-signal.ts'
import { tokenOf } from './guard.ts'
import { checkedKey, fingerprintOf, runOnce, type IdempotencyRequest } from './idempotency.ts'
import { languagesOf, localeOf, refuseBadLocale } from './locale.ts'
import { anonymous, type CookieOptions, type Identity, type RequestContext, type Session } from './request-context.ts'

const noWorkshop = (id: string | null) =>
  new AppError(
    'workshop.not_found',
    id === null
      ? 'You belong to no workshop. Ask a manager to add you to one.'
      : `There is no workshop ${id} that you belong to.`,
  )

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** The context of one request; what costs something is worked out when it is asked for. */
export class HttpContext implements RequestContext {
  readonly caller: Caller
  readonly session: Session | null
  readonly minimal: boolean
  #workshopId: number | null = null
  #idempotency: IdempotencyRequest | null | undefined
  #taken = false
  #status: number | null = null
  #signal: AbortSignal | null = null

  constructor(
    readonly route: Route,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {
    this.caller = request.identity?.caller ?? anonymous
    this.session = request.identity?.session ?? null
    this.minimal = /(^|[,;\s])return=minimal\b/.test(header(request, 'prefer') ?? '')
  }

  /** What may be refused before the handler runs: a workshop of others, a key that is none. */
  async prepare(): Promise<void> {
    this.#idempotency = this.#readIdempotency()
    refuseBadLocale(this.request)
    const asked = header(this.request, 'x-workshop-id')
    if (asked === undefined || this.request.identity === null) return
    const id = /^[1-9]\d{0,15}$/.test(asked) ? Number(asked) : 0
    const theirs = this.caller.roles[String(id)] !== undefined
    const known =
      theirs || (this.caller.is_superuser && id > 0 && (await this.request.server.runtime.workshopExists(id)))
    if (!known) throw noWorkshop(asked.slice(0, 20))
    this.#workshopId = id
  }

  get request_id(): string {
    return this.request.id
  }

  get address(): string {
    return this.request.ip
  }

  get locale(): string {
    return localeOf(this.request)
  }

  get languages(): readonly string[] {
    return languagesOf(this.request)
  }

  get workshop_id(): number {
    const id = this.workshop_or_null
    if (id === null) throw noWorkshop(null)
    return id
  }

  get workshop_or_null(): number | null {
    return this.#workshopId ?? this.request.identity?.default_workshop_id ?? null
  }

  get ifMatch(): string | null {
    return header(this.request, 'if-match') ?? null
  }

  get lastEventId(): string | null {
    return header(this.request, 'last-event-id') ?? null
  }

  identifyAgain(): Promise<Identity> {
    return this.request.server.runtime.identify(tokenOf(this.request))
  }

  get signal(): AbortSignal {
    this.#signal ??= goneSignal(this.reply)
    return this.#signal
  }

  get idempotency(): IdempotencyRequest | null {
    this.#taken = true
    return this.#idempotency ?? null
  }

  /** The key that neither the handler nor `once` has taken on. */
  get untakenIdempotency(): IdempotencyRequest | null {
    return this.#taken ? null : (this.#idempotency ?? null)
  }

  async once<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const answer = { request: this.idempotency, status: this.route.status }
    return runOnce(this.request.server.runtime.db, answer, work)
  }

  readToken(): string {
    return tokenOf(this.request)
  }

  readCookie(name: string): string | null {
    return this.request.cookies[name] ?? null
  }

  setCookie(name: string, value: string | null, options: CookieOptions): void {
    const { path, maxAge } = options
    const secure = this.request.protocol === 'https' || this.request.server.runtime.servedByHttps
    const fixed = { path, httpOnly: true, sameSite: 'strict', secure } as const
    if (value === null) this.reply.clearCookie(name, fixed)
    else this.reply.setCookie(name, value, { ...fixed, maxAge })
  }

  setStatus(status: 204 | 207): void {
    this.#status = status
  }

  /** Null: the route's usual one. */
  get status(): number | null {
    return this.#status
  }

  setETag(value: string): void {
    this.reply.header('etag', value)
  }

  setLanguage(locale: string): void {
    const varies = this.reply.getHeader('vary')
    const others = typeof varies === 'string' && varies !== '' ? `${varies}, ` : ''
    this.reply.header('content-language', locale).header('vary', `${others}Accept-Language`)
  }

  setHeader(name: string, value: string): void {
    this.reply.header(name, value)
  }

  #readIdempotency(): IdempotencyRequest | null {
    const key = header(this.request, 'idempotency-key')
    if (key === undefined || this.route.method !== 'POST') return null
    const { caller, request, route } = this
    const checked = checkedKey(key)
    if (request.identity === null) return null
    return {
      user_id: caller.user_id,
      route: `${route.method} ${route.path}`,
      key: checked,
      fingerprint: fingerprintOf(request.server.runtime.fingerprintKey, request.url, request.body),
    }
  }
}
