import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { IncomingMessage } from 'node:http'
import { limitConnections } from './connection-limit.ts'
import { errorBody, sendError } from './error-answer.ts'
import { AppError } from './app-error.ts'
import { registerJsonBody } from './json-body.ts'
import { registerRawBody } from './raw-body.ts'
import { endUnusedConnections } from './unused-connections.ts'
import { literalUrl } from './web-app.ts'

export interface ServerOptions {
  readonly logLevel: string
  readonly trustProxy: boolean | number | string
  /** Milliseconds in which a request has to arrive, head and body. */
  readonly requestTimeout?: number
}

/** 5 MB: the largest preset has room in it several times. */
const bodyLimit = 5 * 1024 * 1024
const maxParamLength = 200

/** A request id that others gave, if it is one that can be written to a log. */
const givenId = (request: IncomingMessage): string => {
  const id = request.headers['x-request-id']
  return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : randomUUID()
}

const brokenRequest = (error: NodeJS.ErrnoException): AppError => {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new AppError('request.timeout', 'The request did not arrive in time. Send it again.')
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return new AppError('request.too_large', 'The headers of the request are too large: at most 16 KB are taken.')
  return new AppError('request.malformed', 'The request is not well-formed HTTP.')
}

/** What no request object exists for: the answer is written to the socket itself. */
function answerBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy()
  const refusal = brokenRequest(error)
  const body = JSON.stringify(errorBody(refusal, randomUUID()))
  const head = [
    `HTTP/1.1 ${refusal.status} ${refusal.code}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The bare server: limits, ids, body parser and error form; it knows no route yet. */
export function createServer({ logLevel, trustProxy, requestTimeout = 30_000 }: ServerOptions): FastifyInstance {
  const app = Fastify({
    // Health checks and pictures would drown everything else; what goes wrong is logged where it happens.
    logger: logLevel === 'silent' ? false : { level: logLevel },
    logController: new LogController({ disableRequestLogging: logLevel !== 'debug' && logLevel !== 'trace' }),
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit,
    requestTimeout,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    http: {
      headersTimeout: Math.min(requestTimeout, 15_000),
      connectionsCheckingInterval: Math.min(requestTimeout, 5000),
    },
    genReqId: givenId,
    requestIdHeader: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength },
    rewriteUrl: ({ url = '/' }) => (url.includes('%') ? literalUrl(url) : url),
    clientErrorHandler: answerBroken,
    frameworkErrors: (error, request, reply) => sendError(error, request, reply),
    forceCloseConnections: 'idle',
  })
  if (trustProxy === false) limitConnections(app.server)
  endUnusedConnections(app)
  app.decorateRequest('identity', null)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.setErrorHandler(sendError)
  registerJsonBody(app)
  registerRawBody(app)
  return app
}
