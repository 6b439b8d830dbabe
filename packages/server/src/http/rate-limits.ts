import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'
import './http-runtime.ts'

const minute = 60_000
/** Sign-ins a minute of one address for one account; this limit has no switch. */
const signInsPerMinute = 10

/** PINs a minute of one address for one person: their PIN locks before that, once they have one. */
const pinsPerMinute = 10

/** Looks a minute at one link from one address, and at all links from there. */
const looksPerMinute = { one: 10, all: 60 }

const linkOf = (params: unknown): string =>
  typeof params === 'object' && params !== null && 'token' in params ? String(params.token).slice(0, 100) : ''

const personOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'user_id' in body ? String(body.user_id).slice(0, 20) : ''

const accountOf = (body: unknown): string => {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : ''
  return typeof email === 'string' ? email.slice(0, 254).toLowerCase() : ''
}

export interface RateLimits {
  readonly countRequest: (request: FastifyRequest) => Promise<void>
  /** Of the link that the request names: whatever else it says is up to who guesses. */
  readonly countLink: (request: FastifyRequest) => Promise<void>
  readonly countSignIn: (request: FastifyRequest) => Promise<void>
  readonly countStationSignIn: (request: FastifyRequest) => Promise<void>
}

const refuse = (seconds: number, detail: string): never => {
  throw new AppError('request.rate_limited', `${detail} Try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  })
}

/**
 * Counts requests in this process: per user, or per address where nobody has signed in. Several processes each count their own,
 * which is enough to keep one client from holding up the others.
 */
export async function registerRateLimits(app: FastifyInstance, perMinute: number): Promise<RateLimits> {
  await app.register(rateLimit, { global: false })
  const requests = app.createRateLimit({
    max: perMinute,
    timeWindow: minute,
    keyGenerator: ({ identity, ip }) => (identity === null ? `address ${ip}` : `user ${identity.caller.user_id}`),
  })
  const signIns = app.createRateLimit({
    max: signInsPerMinute,
    timeWindow: minute,
    keyGenerator: ({ identity, ip, body }) => `${ip} ${identity?.caller.user_id ?? ''} ${accountOf(body)}`,
  })
  const pins = app.createRateLimit({
    max: pinsPerMinute,
    timeWindow: minute,
    keyGenerator: ({ ip, body }) => `${ip} pin ${personOf(body)}`,
  })
  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string) => ({
    max,
    count: app.createRateLimit({ max, timeWindow: minute, keyGenerator }),
  })
  const links = [
    limit(looksPerMinute.one, ({ ip, params }) => `${ip} link ${linkOf(params)}`),
    limit(looksPerMinute.all, ({ ip }) => `${ip} links`),
  ]
  return {
    countLink: async request => {
      for (const { max, count } of links) {
        const counted = await count(request)
        if (!counted.isAllowed && counted.isExceeded)
          refuse(counted.ttlInSeconds, `You tried links too often: ${max} times a minute are enough.`)
      }
    },
    countStationSignIn: async request => {
      const counted = await pins(request)
      if (!counted.isAllowed && counted.isExceeded)
        refuse(counted.ttlInSeconds, `More than ${pinsPerMinute} PINs in a minute are too many.`)
    },
    countRequest: async request => {
      if (perMinute === 0) return
      const counted = await requests(request)
      if (!counted.isAllowed && counted.isExceeded)
        refuse(counted.ttlInSeconds, `More than ${perMinute} requests in a minute are too many.`)
    },
    countSignIn: async request => {
      const counted = await signIns(request)
      if (!counted.isAllowed && counted.isExceeded)
        refuse(counted.ttlInSeconds, `More than ${signInsPerMinute} sign-ins in a minute are too many.`)
    },
  }
}
