import { RawBody } from './http/raw-body.ts'
import type { ErrorBody } from './http/schemas.ts'
import type { Route, RouteInput, RouteOutput } from './http/route.ts'
import { apiPrefix, routes, type Routes } from './routes.ts'

/** What every call may take beside the route's own input. */
export interface CallOptions {
  /** Makes a POST safe to repeat: the same key gets the first answer again. */
  readonly idempotencyKey?: string
  /** Refuse (412) unless the thing is still at this version. */
  readonly ifMatch?: string
  /** Leave out of an answer what the caller already has. */
  readonly minimal?: boolean
  /** Language of texts and messages; without it what the caller’s browser or account likes best. */
  readonly locale?: string
  readonly signal?: AbortSignal
}

export interface ClientOptions {
  /** Origin of the server, such as `http://127.0.0.1:3000`; empty in a page that it served. */
  readonly baseUrl: string
  /** The access or API token for each call, if there is one. */
  readonly token?: () => string | null | undefined | Promise<string | null | undefined>
  /** Called once on 401; true: the call is tried again with the new token. */
  readonly onUnauthorized?: () => Promise<boolean>
  readonly headers?: () => Record<string, string>
  readonly fetch?: typeof fetch
}

/** The server's answer in the error form, or that it could not be reached (`status` 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly retryAfter: number | null = null,
  ) {
    super(body.detail)
  }
  get code(): string {
    return this.body.code
  }
}

/** The input may be left out where nothing in it is required. */
type Call<R extends Route> =
  Record<never, never> extends RouteInput<R>
    ? (input?: RouteInput<R>, options?: CallOptions) => Promise<RouteOutput<R>>
    : (input: RouteInput<R>, options?: CallOptions) => Promise<RouteOutput<R>>

export type Client = {
  readonly [F in keyof Routes]: {
    readonly [R in keyof Routes[F]]: Routes[F][R] extends Route ? Call<Routes[F][R]> : never
  }
}

type Scalar = string | number | boolean | undefined
type LooseInput = { params?: Record<string, Scalar>; query?: Record<string, Scalar>; body?: unknown }

const urlOf = (baseUrl: string, route: Route, input: LooseInput): string => {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined) query.set(name, String(value))
  const search = query.toString()
  return `${baseUrl}${apiPrefix}${path}${search ? `?${search}` : ''}`
}

const withLocale = (input: LooseInput, locale: string | undefined): LooseInput =>
  locale === undefined ? input : { ...input, query: { ...input.query, locale } }

const errorOf = async (response: Response): Promise<ApiError> => {
  const text = await response.text()
  let body: ErrorBody
  try {
    body = JSON.parse(text) as ErrorBody
    if (typeof body.detail !== 'string') throw new Error('not the error form')
  } catch {
    // A proxy answers so in place of a server that is not there.
    const isAway = response.status >= 502 && response.status <= 504
    body = {
      detail: isAway
        ? 'The server does not answer at the moment. Try again soon.'
        : `The server answered ${response.status} without saying why.`,
      code: isAway ? 'server.unavailable' : 'server.unexpected',
      request_id: response.headers.get('x-request-id') ?? '',
    }
  }
  const retryAfter = Number(response.headers.get('retry-after'))
  return new ApiError(response.status, body, Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null)
}

const unreachable = () =>
  new ApiError(0, {
    detail: 'The server could not be reached. Check the connection and try again.',
    code: 'network.unreachable',
    request_id: '',
  })

/** What a route succeeds with. Anything else came from somebody in between, such as the page of a network that wants a login. */
async function contentOf(response: Response, { produces = [] }: Route): Promise<unknown> {
  if (response.status === 204) return undefined
  const type = (response.headers.get('content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? ''
  const isJson = /^application\/([\w.-]+\+)?json$/.test(type)
  if (!isJson && !produces.includes(type)) throw unreachable()
  return isJson ? await response.json() : await response.text()
}

/** A client typed by the contract: `client.executions.complete({ params, body })`. */
export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? ((input, init) => fetch(input, init))

  const attempt = async (route: Route, input: LooseInput, call: CallOptions): Promise<Response> => {
    const token = await options.token?.()
    const headers: Record<string, string> = { accept: 'application/json', ...options.headers?.() }
    if (token) headers['authorization'] = `Bearer ${token}`
    if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey
    if (call.ifMatch) headers['if-match'] = call.ifMatch
    if (call.minimal) headers['prefer'] = 'return=minimal'
    const init: RequestInit = { method: route.method, headers, ...(call.signal ? { signal: call.signal } : {}) }
    if (input.body instanceof RawBody) {
      headers['content-type'] = input.body.type
      // Fetch takes any bytes; its type leaves out those of shared memory.
      init.body = input.body.bytes as Uint8Array<ArrayBuffer>
    } else if (input.body !== undefined) {
      headers['content-type'] = 'application/json'
      init.body = JSON.stringify(input.body)
    }
    try {
      return await send(urlOf(options.baseUrl, route, withLocale(input, call.locale)), init)
    } catch (cause) {
      if (call.signal?.aborted) throw cause
      throw unreachable()
    }
  }

  const caller =
    (route: Route) =>
    async (input: LooseInput = {}, call: CallOptions = {}) => {
      let response = await attempt(route, input, call)
      if (response.status === 401 && route.access !== 'open' && (await options.onUnauthorized?.()))
        response = await attempt(route, input, call)
      if (!response.ok) throw await errorOf(response)
      return contentOf(response, route)
    }

  return Object.fromEntries(
    Object.entries(routes).map(([feature, group]) => [
      feature,
      Object.fromEntries(Object.entries(group as Record<string, Route>).map(([name, route]) => [name, caller(route)])),
    ]),
  ) as unknown as Client
}
