import { revisionRoutes as routes } from '@hidesync/contract/workflows/revision.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { DefinitionService } from './definition.service.ts'
import type { RevisionService } from './revision.service.ts'

export interface RevisionServices {
  readonly definitions: DefinitionService
  readonly revisions: RevisionService
}

export function registerRevisionRoutes(app: FastifyInstance, { definitions, revisions }: RevisionServices): void {
  mount(app, routes.save, ({ params, body }, context) => definitions.save(params.id, body, context))
  mount(app, routes.list, ({ params, query }, context) => revisions.list(params.id, query ?? {}, context))
  mount(app, routes.keep, ({ params, body }, context) => revisions.keep(params.id, body?.note ?? null, context))
  mount(app, routes.read, ({ params }, context) => revisions.read(params.id, params.revision, context))
  mount(app, routes.compare, ({ params }, context) =>
    revisions.compare(params.id, { from: params.revision, to: params.other }, context),
  )
  mount(app, routes.restore, ({ params }, context) => revisions.restore(params.id, params.revision, context))
}
