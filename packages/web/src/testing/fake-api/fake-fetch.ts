import type { Route } from '@hidesync/contract/http/route'
import { apiPrefix, routes } from '@hidesync/contract/routes'
import { FakeError } from './fake-error.ts'
import type { FakeCall, Handlers } from './handlers.ts'

type Loose = (
  input: { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown },
  call: FakeCall,
) => unknown

interface Entry {
  readonly route: Route
  readonly pattern: RegExp
  readonly handle: Loose | undefined
}

const plainOrNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : text)

/** Those without parameters first: `/executions/active` is no id. */
const entriesOf = (handlers: Handlers): readonly Entry[] =>
  Object.entries(routes)
    .flatMap(([feature, group]) =>
      Object.entries(group as Record<string, Route>).map(([name, route]) => ({
        route,
        pattern: new RegExp(`^${apiPrefix}${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
        handle: (handlers as unknown as Record<string, Record<string, Loose> | undefined>)[feature]?.[name],
      })),
    )
    .toSorted((one, other) => one.route.path.split(':').length - other.route.path.split(':').length)

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

/** Stands in for the network: finds the route of the contract, and answers as the server would, with status and error form. */
export function fakeFetch(handlers: Handlers): typeof fetch {
  const entries = entriesOf(handlers)
  return async (input, init = {}) => {
    await Promise.resolve()
    const url = new URL(input instanceof Request ? input.url : input, 'http://fake.test')
    const entry = entries.find(
      ({ route, pattern }) => route.method === (init.method ?? 'GET') && pattern.test(url.pathname),
    )
    const headers = new Headers(init.headers)
    const call: FakeCall = {
      token: headers.get('authorization')?.replace('Bearer ', '') ?? null,
      ifMatch: headers.get('if-match'),
      idempotencyKey: headers.get('idempotency-key'),
    }
    try {
      if (entry?.handle === undefined)
        throw new FakeError('request.not_found', `The fake does not serve ${init.method} ${url.pathname}.`)
      if (entry.route.access !== 'open' && call.token === null) throw new FakeError('auth.required', 'Sign in first.')
      const groups = entry.pattern.exec(url.pathname)?.groups ?? {}
      const loose = {
        params: Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, plainOrNumber(value)])),
        query: Object.fromEntries(Array.from(url.searchParams, ([name, value]) => [name, plainOrNumber(value)])),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      }
      const answer = entry.handle(loose, call)
      // What has nothing to say when all went well says otherwise what did not.
      const { status, otherwise } = entry.route
      return json(status === 204 && answer !== undefined ? (otherwise?.status ?? status) : status, answer)
    } catch (error) {
      if (!(error instanceof FakeError)) throw error
      return json(error.status, { detail: error.message, code: error.code, request_id: 'fake-request' })
    }
  }
}
