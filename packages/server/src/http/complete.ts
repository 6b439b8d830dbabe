import type { Route } from '@hidesync/contract/http/route'
import { routes } from '@hidesync/contract/routes'

const all: readonly Route[] = Object.values(routes).flatMap(group => Object.values(group) as Route[])

/** Throws, and so ends the start, where a route of the contract is served by nobody. */
export function refuseIncomplete(mounted: ReadonlySet<Route>): void {
  const missing = all.filter(route => !mounted.has(route)).map(({ method, path }) => `${method} ${path}`)
  if (missing.length > 0) throw new Error(`Routes of the contract that nobody serves: ${missing.join(', ')}.`)
}
