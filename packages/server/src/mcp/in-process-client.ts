import { createClient, type Client } from '@hidesync/contract/client'
import type { FastifyRequest } from 'fastify'
import type { InjectOptions } from 'fastify'

/** What of a request the calls that are made for it carry on: who asks, from where, in which language, for which workshop. */
const passedOn = ['authorization', 'accept-language', 'x-workshop-id', 'host', 'user-agent'] as const

function headersOf({ id, headers }: FastifyRequest): Record<string, string> {
  const given = passedOn.flatMap(name => {
    const value = headers[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(given), 'x-request-id': id }
}

/** Sends a request to the server that got `request`, through everything that a request from outside goes through. */
const inProcess =
  (request: FastifyRequest): typeof fetch =>
  async (input, init = {}) => {
    const { method = 'GET', headers, body, signal } = init
    const answer = await request.server.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: input as string,
      headers: headers as Record<string, string>,
      remoteAddress: request.ip,
      ...(typeof body === 'string' ? { payload: body } : {}),
      ...(signal ? { signal } : {}),
    })
    const kept = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
    return new Response(answer.statusCode === 204 ? null : answer.body, { status: answer.statusCode, headers: kept })
  }

/** A client that is the one who sent the request: with their token, and so with their rights and limits. */
export const clientOf = (request: FastifyRequest): Client =>
  createClient({ baseUrl: '', headers: () => headersOf(request), fetch: inProcess(request) })
