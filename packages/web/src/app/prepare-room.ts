import type { AsyncRouteComponent } from '@tanstack/react-router'
import type { Api } from './api.ts'
import type { createAppRouter } from './router.tsx'

/**
 * Fetches the parts of the room that the address names, and asks who is signed in where one has to be. The router asks the same
 * when it opens the room, one after the other; what fails here is told there.
 */
export function prepareRoom(router: ReturnType<typeof createAppRouter>, { session }: Pick<Api, 'session'>): void {
  const [rooms] = router.getMatchedRoutes(router.latestLocation.pathname)
  for (const { id, options } of rooms) {
    if (id === '/inside') void session.restore().catch(() => undefined)
    const component = options.component as AsyncRouteComponent<unknown> | undefined
    // A browser asks for few things at a time: what all else waits for goes before the many parts.
    setTimeout(() => void component?.preload?.()?.catch(() => undefined))
  }
}
