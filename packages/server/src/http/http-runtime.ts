import type { Route } from '@hidesync/contract/http/route'
import type { FastifyRequest } from 'fastify'
import type { Database } from '../database/database.ts'
import type { Identity } from './request-context.ts'

/** What every mounted route needs and no handler sees. */
export interface HttpRuntime {
  readonly db: Database
  /** Who the token belongs to; throws the 401 that fits. */
  readonly identify: (token: string) => Promise<Identity>
  readonly workshopExists: (id: number) => Promise<boolean>
  /** Counts the request for the user, or for the address of somebody unknown; throws 429 over the limit. */
  readonly countRequest: (request: FastifyRequest) => Promise<void>
  /** Refuses too many looks at one link from one address, and at all links from there. */
  readonly countLink: (request: FastifyRequest) => Promise<void>
  /** Refuses too many sign-ins of one address for one account. */
  readonly countSignIn: (request: FastifyRequest) => Promise<void>
  /** The same for PINs of one person, from one address. */
  readonly countStationSignIn: (request: FastifyRequest) => Promise<void>
  /** The address that people know begins with https, whatever a proxy tells of it. */
  readonly servedByHttps: boolean
  readonly fingerprintKey: Uint8Array
  /** In tests every answer is held against the contract. */
  readonly checkAnswers: boolean
  /** Routes served so far. */
  readonly mounted: Set<Route>
}

declare module 'fastify' {
  interface FastifyInstance {
    runtime: HttpRuntime
  }
  interface FastifyRequest {
    /** Null on open routes and before the guard has run. */
    identity: Identity | null
  }
}
