import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { notFound, pathOf } from './not-found.ts'

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>HideSync Workflows</title>
<h1>The web app has not been built</h1>
<p>The server runs, and the API answers under <code>/api/v1</code> (described at <a href="/docs">/docs</a>).</p>
<p>Stop the server and run <code>npm start</code>, or <code>npm run build</code>, in the project's folder: both build the web app.</p>
</html>
`

/** A person opening an address, rather than a page asking for a part of itself. */
const isNavigation = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html')

const ofServer = /^\/(api|mcp|docs|healthz|readyz|metrics)(\/|$)/

const isWellFormed = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * A broken link (`/templates/1%`) is, to a person, a page that is not there, like every other that the app does not know: what is not
 * well-formed about it is taken as it stands. The API refuses such addresses.
 */
export function literalUrl(url: string): string {
  const path = pathOf(url)
  return ofServer.test(path) || isWellFormed(path) ? url : url.replaceAll('%', '%25')
}

/** Files whose names hold a hash of their content never change. */
const isHashed = (path: string): boolean => /[/\\]assets[/\\]/.test(path)

const caching = (path: string): string => (isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

/**
 * Serves the built web app. An address that is no file is the app's own business, but only where a person opens it: a script that
 * is missing stays missing, and so does an unknown address of the API. What the build packed is sent packed to those who take it.
 */
export async function registerWebApp(app: FastifyInstance, webDir: string): Promise<void> {
  const root = resolve(webDir)
  const built = existsSync(join(root, 'index.html'))
  // Beside what else the answer hangs on: set on the bare response, it would be lost where the reply has a header of that name.
  app.addHook('onSend', async ({ url }, reply) => {
    if (ofServer.test(pathOf(url))) return
    reply.header('vary', [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', '))
  })
  if (built)
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (response, path) => {
        response.setHeader('cache-control', caching(path))
      },
    })
  else app.get('/', (_request, reply) => answerNotBuilt(reply))

  app.setNotFoundHandler((request, reply) => {
    if (!isNavigation(request) || ofServer.test(pathOf(request.url))) throw notFound(request)
    return built ? reply.sendFile('index.html') : answerNotBuilt(reply)
  })
}

const answerNotBuilt = (reply: FastifyReply): FastifyReply =>
  reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(notBuilt)
