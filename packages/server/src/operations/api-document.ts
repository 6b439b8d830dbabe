import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { apiPrefix } from '@hidesync/contract/routes'
import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi.ts'

/** The page sets styles from its script; nowhere else is that allowed. */
const docsPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** Serves the contract as a document, and a page to browse and try it that loads nothing from elsewhere. */
export async function registerApiDocument(app: FastifyInstance): Promise<void> {
  let text: string | null = null
  app.get(`${apiPrefix}/openapi.json`, (_request, reply) => {
    text ??= JSON.stringify(openApiDocument())
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(text)
  })
  await app.register(async scope => {
    await scope.register(swagger, { mode: 'static', specification: { document: openApiDocument() as never } })
    await scope.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: docsPolicy,
      uiConfig: { url: `${apiPrefix}/openapi.json`, persistAuthorization: false, docExpansion: 'none' },
      theme: { title: 'HideSync Workflows API' },
    })
  })
}
