import type { AppFiles } from './app-files.ts'
import { dropOthers, keepRuns, keepVersion, part, plainFile } from './kept-app.ts'
import { picture } from './kept-pictures.ts'

declare const self: ServiceWorkerGlobalScope
declare const appFiles: AppFiles

/** What the server itself answers, and never the app. */
const ofServer = /^\/(api|mcp|docs|healthz|readyz|metrics)(\/|$)/

self.addEventListener('install', event => event.waitUntil(keepVersion(appFiles)))

self.addEventListener('activate', event => event.waitUntil(dropOthers(appFiles).then(() => self.clients.claim())))

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  // The one thing of the API that is kept.
  if (/^\/api\/v1\/photos\/\d+$/.test(pathname)) event.respondWith(picture(request, event))
  else if (ofServer.test(pathname)) return
  else if (request.mode === 'navigate') event.respondWith(plainFile(appFiles, '/index.html'))
  else if (appFiles.plain.includes(pathname)) event.respondWith(plainFile(appFiles, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(part(pathname))
})

self.addEventListener('message', event => {
  const type = (event.data as { readonly type?: string } | null)?.type
  // Only a person decides when a page takes the new version: a step may be under way.
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  if (type === 'KEEP_RUNS') event.waitUntil(keepRuns(appFiles))
})
