import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

export interface SecurityOptions {
  /** Origins besides our own whose pages may call the API. */
  readonly corsOrigins: readonly string[]
}

/** Scripts, styles and everything else from this server alone; nothing inline, nothing from elsewhere, in nobody's frame. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

const exposed = ['etag', 'x-request-id', 'retry-after', 'content-language', 'preference-applied', 'location']

const isOwnMachine = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)

/** The headers that keep browsers from doing harm, and cookies. */
export async function registerSecurity(app: FastifyInstance, { corsOrigins }: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    // Only browsers that came by https heed it, and then it is right.
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  })
  // Browsers heed it on secure addresses alone, and complain about it in the console on others.
  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https' || isOwnMachine(request.hostname))
      reply.header('cross-origin-opener-policy', 'same-origin')
  })
  await app.register(cookie)
  if (corsOrigins.length > 0)
    await app.register(cors, {
      origin: [...corsOrigins],
      credentials: true,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: exposed,
      maxAge: 600,
    })
}
