import type { Route, RouteInput, RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'

/** The endpoints that the web app calls: what stands here and is not in the fake does not compile. */
interface Used {
  readonly auth: 'token' | 'refresh' | 'logout'
  readonly users: 'me'
  readonly workflows: 'templates' | 'facets' | 'statistics' | 'get' | 'list'
  readonly projects: 'list'
  readonly themes: 'list' | 'get'
  readonly executions: 'start' | 'active' | 'list' | 'get' | 'history'
  readonly offline: 'pack' | 'sync'
  readonly timers: 'mine'
  readonly presence: 'announce' | 'leave'
  readonly operations: 'health'
}

/** What comes with a request beside its input. */
export interface FakeCall {
  readonly token: string | null
  readonly ifMatch: string | null
  readonly idempotencyKey: string | null
}

type Handler<R> = R extends Route ? (input: RouteInput<R>, call: FakeCall) => RouteOutput<R> : never

export type Handlers<F extends keyof Used = keyof Used> = {
  readonly [G in F]: { readonly [R in Used[G] & keyof Routes[G]]: Handler<Routes[G][R]> }
}
