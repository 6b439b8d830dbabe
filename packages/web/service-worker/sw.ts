import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'
import { picture } from './kept-pictures.ts'

declare const self: ServiceWorkerGlobalScope
/** The shell and the player, as the build wrote them. */
declare const precached: Parameters<typeof precacheAndRoute>[0]

const parts = 'parts'
/** What the server itself answers, and never the app. */
const ofServer = /^\/(api|mcp|docs|healthz|readyz|metrics)(\/|$)/

precacheAndRoute(precached)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [ofServer] }))

// The rest of the app, once somebody has used it: its files have the hash of their content in their names.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: parts }),
)

// The one thing of the API that is kept.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/api\/v1\/photos\/\d+$/.test(url.pathname),
  ({ request, event }) => picture(request, event),
)

self.addEventListener('activate', event => {
  // Pages of this version ask for parts of this version.
  event.waitUntil(Promise.all([caches.delete(parts), self.clients.claim()]))
})

// Only a person decides when a page takes the new version: a step may be under way.
self.addEventListener('message', event => {
  if ((event.data as { readonly type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
