import type { Route } from '@hidesync/contract/http/route'
import { send } from '../answers.ts'
import type { Call } from './call.ts'
import type { Person } from './cast.ts'
import type { Piece } from './piece.ts'
import type { Stage } from './stage.ts'

/** The path of the route for the piece, filled in. */
export function pathFor(route: Route, call: Call, piece: Piece): string {
  const values: Readonly<Record<string, unknown>> = { ...piece, ...call.params?.(piece) }
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (typeof value !== 'number' && typeof value !== 'string') throw new Error(`Nothing is known of :${name}.`)
    return encodeURIComponent(value)
  })
}

export interface Sending {
  readonly person: Person
  readonly piece: Piece
  /** Of what the call has. */
  readonly path?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Sends the valid request of the call, but for what is said otherwise. */
export function sendCall(stage: Stage, route: Route, call: Call, sending: Sending): Promise<Response> {
  const { person, piece, path = pathFor(route, call, piece), headers } = sending
  const body = 'body' in sending ? sending.body : call.body?.(piece)
  return send(stage.app, path, {
    method: route.method,
    token: person.token,
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
  })
}
