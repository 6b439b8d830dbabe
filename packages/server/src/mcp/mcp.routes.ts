import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../http/app-error.ts'
import { goneSignal } from '../http/gone-signal.ts'
import { identifyCaller } from '../http/guard.ts'
import { clientOf } from './in-process-client.ts'
import { refuseForeignPages, type TrustedOrigins } from './trusted-origin.ts'

const path = '/mcp'
const version = '0.1.0'

/** A message names a tool and its arguments: the longest text in one is a note. */
const bodyLimit = 1024 * 1024

const onlyPost = (request: FastifyRequest): never => {
  throw new AppError('request.method_not_allowed', `${path} takes POST, not ${request.method}.`, {
    headers: { allow: 'POST' },
  })
}

/** Many messages at once would be many requests that count as one; the protocol has done away with them. */
function refuseBatch(body: unknown): void {
  if (Array.isArray(body))
    throw new AppError('request.malformed', 'Send one message a request: lists of messages are not taken.')
}

const asRequest = ({ headers }: FastifyRequest): Request =>
  new Request(`http://localhost${path}`, {
    method: 'POST',
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  })

async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  refuseBatch(request.body)
  // Most servers are never asked by an assistant, and none at its start.
  const { answerMessage } = await import('@hidesync/mcp/answer-message')
  const onError = (error: unknown) => request.log.error({ err: error }, 'a tool failed')
  const options = { client: clientOf(request), version, onError }
  const message = { request: asRequest(request), body: request.body, signal: goneSignal(reply) }
  const response = await answerMessage(options, message)
  if (response === null) return reply.hijack()
  const text = await response.text()
  reply.code(response.status)
  return text === '' ? reply.send() : reply.type('application/json; charset=utf-8').send(text)
}

/**
 * The Model Context Protocol over streamable HTTP, without sessions: every message stands for itself and shows its token, so that
 * any process can answer it. It is no part of the API: its tools call the API as whoever asks.
 */
export function registerMcp(app: FastifyInstance, origins: TrustedOrigins): void {
  app.route({
    method: 'POST',
    url: path,
    bodyLimit,
    onRequest: async request => {
      refuseForeignPages(request, origins)
      await identifyCaller(request)
    },
    handler: answer,
  })
  app.route({ method: ['GET', 'DELETE'], url: path, handler: onlyPost })
}
