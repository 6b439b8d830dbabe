import type { TObject, TSchema } from '@sinclair/typebox'
import type { RawBody } from './raw-body.ts'

/** Who may call: anyone, anyone signed in, or a superuser. Finer rights are the services' business. */
export type Access = 'open' | 'user' | 'superuser'

/** One endpoint as data: the server checks by it, the client is typed by it, the API document is made from it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Under `/api/v1`, parameters as `:name`. */
  readonly path: `/${string}`
  /** One sentence for the API document. */
  readonly summary: string
  readonly access: Access
  /** Not for who has only shown a PIN: gives a way in, changes how somebody gets in, or makes something of one's own. */
  readonly atStations?: false
  /** What it refuses with beside what its form says already. */
  readonly refuses?: readonly (401 | 404 | 410)[]
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TSchema
  readonly status: 200 | 201 | 204
  /** Absent where there is no body (204). */
  readonly response?: TSchema
  /** Another way of succeeding, such as 207 where only some of what was asked for could be done. */
  readonly otherwise?: { readonly status: 207; readonly response: TSchema }
  /** Changes something that has an ETag: refused (412) where an If-Match names another one. */
  readonly versioned?: true
  /** Of the JSON that it answers with; `application/json` unless stated. */
  readonly mediaType?: string
  /** Media types of answers beside JSON, such as `text/csv`; the client gives them as text. */
  readonly produces?: readonly string[]
  /** Media types of bodies that the handler gets as they came, as a `RawBody`: beside JSON, and JSON itself where it is named. */
  readonly consumes?: readonly string[]
  /** How large a body may be where that is more than the usual 5 MB. */
  readonly maxBytes?: number
}

export const route = <const R extends Route>(definition: R): R => definition

/** TypeBox keeps a schema's type in `static`: read directly, since `Static` over a generic route is too deep for the compiler. */
type Typed<S> = S extends { readonly static: infer T } ? T : never

type Raw<R> = R extends { readonly consumes: readonly string[] } ? RawBody : never

/** What a route takes, validated. */
export type RouteInput<R extends Route> = (R extends { readonly params: infer S }
  ? { readonly params: Typed<S> }
  : unknown) &
  (R extends { readonly query: infer S } ? { readonly query?: Typed<S> } : unknown) &
  (R extends { readonly body: infer S }
    ? undefined extends Typed<S>
      ? { readonly body?: Typed<S> | Raw<R> }
      : null extends Typed<S>
        ? { readonly body?: Typed<S> | Raw<R> }
        : { readonly body: Typed<S> | Raw<R> }
    : unknown)

/** What a route answers with. */
export type RouteOutput<R extends Route> =
  | (R extends { readonly response: infer S } ? Typed<S> : undefined)
  | (R extends { readonly otherwise: { readonly response: infer S } } ? Typed<S> : never)
  | (R extends { readonly produces: readonly string[] } ? string : never)
