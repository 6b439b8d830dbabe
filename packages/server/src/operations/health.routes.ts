import { operationRoutes as routes } from '@hidesync/contract/operations/operations.routes'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../http/app-error.ts'
import { mount } from '../http/mount.ts'

interface Services {
  readonly now: () => Date
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>
}

export function registerHealthRoutes(app: FastifyInstance, { now, isReady }: Services): void {
  mount(app, routes.health, async () => ({
    status: (await isReady()) ? ('healthy' as const) : ('unhealthy' as const),
    service: 'workflow_management' as const,
    timestamp: now().toISOString(),
  }))
  /** Alive: the process answers. */
  app.get('/healthz', async () => ({ status: 'ok' }))
  /** Ready: so does the database. */
  app.get('/readyz', async () => {
    if (await isReady()) return { status: 'ready' }
    throw new AppError('server.unavailable', 'The database does not answer at the moment.', {
      headers: { 'retry-after': '5' },
    })
  })
}
