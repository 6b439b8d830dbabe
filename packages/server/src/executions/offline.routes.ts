import { offlineRoutes as routes } from '@hidesync/contract/executions/offline.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { ExecutionSyncService } from './execution-sync.service.ts'

export function registerOfflineRoutes(
  app: FastifyInstance,
  { executionSyncs }: { readonly executionSyncs: ExecutionSyncService },
): void {
  mount(app, routes.pack, ({ params }, context) => executionSyncs.pack(params.id, context))
  mount(app, routes.sync, ({ params, body }, context) => executionSyncs.sync(params.id, body.commands, context))
}
