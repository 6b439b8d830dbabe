import { errorStatus, type ErrorCode } from '@hidesync/contract/http/errors'
import type { Route } from '@hidesync/contract/http/route'
import { ErrorBody } from '@hidesync/contract/http/schemas'
import { apiPrefix, routes } from '@hidesync/contract/routes'
import { OptionalKind, type TObject, type TSchema } from '@sinclair/typebox'
import { components, withReferences } from './openapi-components.ts'
import { errorAnswers, errorsOf } from './openapi-refusals.ts'

type Json = Record<string, unknown>

const tags: Readonly<Record<keyof typeof routes, string>> = {
  auth: 'Signing in and out.',
  users: 'People and their API tokens.',
  workshops: 'Groups of people with a common stock.',
  invitations: 'Links by which people join a workshop.',
  passwordResets: 'Links by which people set a new password.',
  setup: 'The first run of an installation.',
  stations: 'Devices at which people take turns by PIN.',
  workflows: 'Craft processes as graphs of steps.',
  steps: 'The steps of a workflow.',
  connections: 'What leads from step to step.',
  outcomes: 'The ways in which the work can end.',
  paths: 'Named ways through a workflow.',
  resources: 'What a step needs: materials, tools, documents.',
  options: 'What can be chosen at a decision.',
  revisions: 'Whole graphs, and the states of a workflow that are kept.',
  stepTypes: 'The types that steps can have.',
  enums: 'Enumerations: names in each language, and values of your own.',
  themes: 'How workflows look.',
  translations: 'Texts of workflows in other languages.',
  community: 'What people make of the workflows of others: stars, comments, proposals, copies.',
  library: 'What this installation offers to others.',
  proposals: 'Changes proposed to workflows of others, and changes of originals taken over into copies.',
  projects: 'Groups of workflows and executions in a workshop.',
  sharing: 'Who else may see, run or change a workflow.',
  links: 'Links by which anybody reads a workflow.',
  presets: 'Workflows as files: import, export and the library.',
  offline: 'Runs on devices without the server.',
  photos: 'Pictures of how steps turned out.',
  presence: 'On which devices a run is open.',
  executions: 'Workflows being worked through.',
  navigation: 'Finding the way in a run: context, guidance, suggestions, paths, sentences, gestures.',
  events: 'News of what happens, to be asked for or followed as it comes.',
  home: 'What the bench shows first.',
  timers: 'Countdowns that people set in their executions.',
  operations: 'Whether the service is well.',
}

const header = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})

const parameters = {
  WorkshopId: header('X-Workshop-Id', 'One of the workshops that you belong to; your default one unless stated.', {
    type: 'integer',
    minimum: 1,
  }),
  Locale: {
    name: 'locale',
    in: 'query',
    required: false,
    description: 'Language of texts and messages, such as `de` or `pt-BR`; wins over Accept-Language.',
    schema: { type: 'string', examples: ['de'] },
  },
  IdempotencyKey: header(
    'Idempotency-Key',
    'Makes the request safe to repeat: with the same key it has its effect once and gets the first answer again.',
    { type: 'string', minLength: 1, maxLength: 255, examples: ['5f0c3a52-7d1e-4f0e-9a50-0c2f2b1c9a77'] },
  ),
  IfMatch: header('If-Match', 'The ETag that the change was decided on; 412 if it is no longer the present one.', {
    type: 'string',
    examples: ['"7"'],
  }),
  Prefer: header('Prefer', '`return=minimal` leaves out of an answer what is long and known already.', {
    type: 'string',
    examples: ['return=minimal'],
  }),
}

const reference = (name: keyof typeof parameters): Json => ({ $ref: `#/components/parameters/${name}` })

const listed = (schema: TObject | undefined, place: 'path' | 'query'): Json[] =>
  Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || schema?.required?.includes(name) === true,
    schema: withReferences(property),
  }))

const parametersOf = (route: Route): Json[] => [
  ...listed(route.params, 'path'),
  ...listed(route.query, 'query'),
  ...(route.access === 'open' ? [] : [reference('WorkshopId'), reference('Locale')]),
  ...(route.method === 'POST' && route.access !== 'open' ? [reference('IdempotencyKey')] : []),
  ...(route.versioned === true ? [reference('IfMatch')] : []),
  ...(route.path.startsWith('/workflows/executions') ? [reference('Prefer')] : []),
]

const content = (schema: TSchema, others: readonly string[] = [], mediaType = 'application/json'): Json => ({
  [mediaType]: { schema: withReferences(schema) },
  ...Object.fromEntries(others.filter(type => type !== mediaType).map(type => [type, { schema: { type: 'string' } }])),
})

const bodyOf = ({ body, consumes }: Route): Json =>
  body === undefined
    ? {}
    : {
        requestBody: {
          required: body[OptionalKind] !== 'Optional',
          content: content(body, consumes),
        },
      }

const answerOf = ({ response, produces, mediaType }: Route): Json => ({
  description: response === undefined && produces === undefined ? 'Done; no body.' : 'Done.',
  ...(response === undefined
    ? produces === undefined
      ? {}
      : { content: Object.fromEntries(produces.map(type => [type, { schema: { type: 'string', format: 'binary' } }])) }
    : { content: content(response, produces, mediaType) }),
})

const answersOf = (route: Route): Json => ({
  [route.status]: answerOf(route),
  ...(route.otherwise === undefined
    ? {}
    : {
        [route.otherwise.status]: {
          description: 'Done in part; the answer says what was and what was not.',
          content: content(route.otherwise.response),
        },
      }),
})

const operation = (tag: string, name: string, route: Route): Json => ({
  tags: [tag],
  operationId: `${tag}${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`,
  summary: route.summary,
  ...(route.access === 'superuser' ? { description: 'Superusers only.' } : {}),
  ...(route.access === 'open' ? { security: [] } : {}),
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: { ...answersOf(route), ...errorsOf(route) },
})

const paths = (): Record<string, Json> => {
  const found: Record<string, Json> = {}
  for (const [tag, group] of Object.entries(routes))
    for (const [name, route] of Object.entries(group as Record<string, Route>)) {
      const path = `${apiPrefix}${route.path.replace(/:(\w+)/g, '{$1}')}`
      found[path] = { ...found[path], [route.method.toLowerCase()]: operation(tag, name, route) }
    }
  return found
}

const codes = (): string =>
  (Object.entries(errorStatus) as [ErrorCode, number][]).map(([code, status]) => `\`${code}\` (${status})`).join(', ')

/** The contract as an OpenAPI 3.1 document, plain JSON. */
export function openApiDocument(): Json {
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'HideSync Workflows',
      version: '1',
      description:
        'Model a craft process as a graph of steps, share it, and be led through it at the bench. Times are UTC (RFC 3339), durations minutes, ids integers.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of `POST /api/v1/auth/token`, or an API token (`hs_…`).',
        },
      },
      parameters,
      responses: errorAnswers(),
      schemas: {
        ...components(),
        Error: { ...withReferences(ErrorBody), description: `The form of every refusal. Codes: ${codes()}.` },
      },
    },
  }
  return JSON.parse(JSON.stringify(document)) as Json
}
