import { ApiError } from '@hidesync/contract/client'
import { notifyManager, QueryClient } from '@tanstack/react-query'

// That something is under way is shown before the next press: on a slow device two wait in line, and timers after them.
notifyManager.setScheduler(queueMicrotask)

/** What may pass by itself is tried again: no connection, and the server's own trouble. */
export const mayPass = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status >= 500)

export const createQueryClient = (retries = 2) =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < retries && mayPass(error),
        retryDelay: attempt => Math.min(400 * 2 ** attempt, 4000),
        staleTime: 5_000,
        networkMode: 'always',
      },
    },
  })
