import type { Route } from '@hidesync/contract/http/route'

type Json = Record<string, unknown>

/** What a route may refuse with, each where it applies; all in one form. */
const refusals: readonly {
  readonly status: number | 'default'
  readonly name: string
  readonly of: (route: Route) => boolean
  readonly description: string
}[] = [
  {
    status: 400,
    name: 'RuleNotMet',
    of: ({ method }) => method !== 'GET',
    description: 'The body can not be read, or a rule is not met; `errors` says where.',
  },
  {
    status: 401,
    name: 'NotSignedIn',
    of: ({ access }) => access !== 'open',
    description: 'No token, or one that is not valid.',
  },
  {
    status: 403,
    name: 'Forbidden',
    of: ({ access }) => access !== 'open',
    description: 'You may see it, but not do this.',
  },
  {
    status: 404,
    name: 'NotFound',
    // What takes parameters without a token is not offered everywhere.
    of: ({ access, query }) => access !== 'open' || query !== undefined,
    description: 'It, or the workshop of X-Workshop-Id, does not exist, or you may not see it.',
  },
  {
    status: 409,
    name: 'Conflict',
    of: ({ method }) => method !== 'GET',
    description: 'Its present state does not allow it.',
  },
  {
    status: 410,
    name: 'Gone',
    of: () => false,
    description: 'Its time is over; `detail` says what to do instead.',
  },
  {
    status: 412,
    name: 'Stale',
    of: ({ versioned }) => versioned === true,
    description: 'It has changed since the version that If-Match names; `errors` says what of a graph differs.',
  },
  {
    status: 413,
    name: 'TooLarge',
    of: ({ body }) => body !== undefined,
    description: 'The body is too large.',
  },
  {
    status: 415,
    name: 'UnsupportedMediaType',
    of: ({ body }) => body !== undefined,
    description: 'The body is of a media type that is not taken.',
  },
  {
    status: 422,
    name: 'InvalidInput',
    of: () => true,
    description: 'The input is not as it has to be; `errors` names every field.',
  },
  {
    status: 429,
    name: 'TooManyRequests',
    of: () => true,
    description: 'Too many requests; Retry-After says when to try again.',
  },
  {
    status: 'default',
    name: 'OtherError',
    of: () => true,
    description: 'Anything else that went wrong, in the same form; 503 is worth another try.',
  },
]

const errorContent = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
/** The answers that refuse, by name. */
export const errorAnswers = (): Json =>
  Object.fromEntries(refusals.map(({ name, description }) => [name, { description, content: errorContent }]))

/** Those that the route may give, by status. */
export const errorsOf = (route: Route): Json =>
  Object.fromEntries(
    refusals
      .filter(({ of, status }) => of(route) || route.refuses?.some(refused => refused === status) === true)
      .map(({ status, name }) => [String(status), { $ref: `#/components/responses/${name}` }]),
  )
