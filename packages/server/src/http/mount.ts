import type { Route, RouteInput, RouteOutput } from '@hidesync/contract/http/route'
import { apiPrefix } from '@hidesync/contract/routes'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { checkAnswer } from './answer-check.ts'
import { guard } from './guard.ts'
import './http-runtime.ts'
import { attachment, Document } from './document.ts'
import { HttpContext } from './http-context.ts'
import { rememberAnswer } from './idempotency.ts'
import { JsonText } from './json-text.ts'
import type { RequestContext } from './request-context.ts'
import { inputReader } from './route-input.ts'

type Answer<R extends Route> = [RouteOutput<R>] extends [undefined] ? void : RouteOutput<R> | JsonText | Document

export type Handler<R extends Route> = (input: RouteInput<R>, context: RequestContext) => Promise<Answer<R>>

export interface MountOptions {
  /** Runs when the body is parsed and before it is checked; throws to refuse. */
  readonly before?: (request: FastifyRequest) => Promise<void>
}

/** `"7"` among the tags of an If-None-Match. */
const holds = (header: string | undefined, tag: unknown): boolean =>
  header !== undefined && typeof tag === 'string' && (header === '*' || header.split(/\s*,\s*/).includes(tag))

const textOf = (answer: unknown): string => (answer instanceof JsonText ? answer.text : JSON.stringify(answer))

function sendDocument(reply: FastifyReply, { type, content, filename }: Document): FastifyReply {
  if (filename !== null) reply.header('content-disposition', attachment(filename))
  return reply.header('x-content-type-options', 'nosniff').type(type).send(content)
}

async function send(route: Route, context: HttpContext, answer: unknown): Promise<FastifyReply> {
  const { request, reply } = context
  if (context.minimal) reply.header('preference-applied', 'return=minimal')
  const status = context.status ?? route.status
  if (answer === undefined) return reply.code(status).send()
  const unchanged = route.method === 'GET' && holds(request.headers['if-none-match'], reply.getHeader('etag'))
  if (answer instanceof Document) return unchanged ? reply.code(304).send() : sendDocument(reply.code(status), answer)
  let text = textOf(answer)
  const unstored = context.untakenIdempotency
  if (unstored !== null) text = await rememberAnswer(request.server.runtime.db, { request: unstored, status }, text)
  if (request.server.runtime.checkAnswers) checkAnswer(route, status, text)
  if (unchanged) return reply.code(304).send()
  return reply.code(status).type('application/json; charset=utf-8').send(text)
}

/**
 * Serves a route of the contract: the caller is known and allowed, and the input checked and typed, before the handler runs.
 * A second mounting of the same route is a mistake in the wiring and ends the start.
 */
export function mount<R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: Handler<R>,
  { before }: MountOptions = {},
): void {
  const { mounted } = app.runtime
  if (mounted.has(route)) throw new Error(`${route.method} ${route.path} is mounted twice.`)
  mounted.add(route)
  const read = inputReader(route)
  app.route({
    method: route.method,
    url: `${apiPrefix}${route.path}`,
    onRequest: guard(route),
    config: { consumes: route.consumes ?? [] },
    // Whoever asks for the head alone would never get to the end of a stream.
    ...(route.produces?.includes('text/event-stream') && { exposeHeadRoute: false }),
    ...(route.maxBytes !== undefined && { bodyLimit: route.maxBytes }),
    ...(before && { preHandler: before }),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const input = read(request) as RouteInput<R>
      const context = new HttpContext(route, request, reply)
      await context.prepare()
      return send(route, context, await handler(input, context))
    },
  })
}
