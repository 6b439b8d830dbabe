import { proposalRoutes as routes } from '@hidesync/contract/community/proposal.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { ProposalService } from './proposal.service.ts'
import type { UpstreamService } from './upstream.service.ts'

export interface ProposalServices {
  readonly proposals: ProposalService
  readonly upstream: UpstreamService
}

export function registerProposalRoutes(app: FastifyInstance, { proposals, upstream }: ProposalServices): void {
  mount(app, routes.list, ({ params, query }, context) => proposals.list(params.id, query ?? {}, context))
  mount(app, routes.create, ({ params, body }, context) => proposals.create(params.id, body, context))
  mount(app, routes.get, ({ params }, context) => proposals.get(params, context))
  mount(app, routes.accept, ({ params, body }, context) => proposals.accept(params, body?.resolutions ?? [], context))
  mount(app, routes.decline, ({ params, body }, context) => proposals.decline(params, body?.reason ?? null, context))
  mount(app, routes.withdraw, ({ params }, context) => proposals.withdraw(params, context))
  mount(app, routes.upstream, ({ params }, context) => upstream.get(params.id, context))
  mount(app, routes.mergeUpstream, ({ params, body }, context) =>
    upstream.merge(params.id, body?.resolutions ?? [], context),
  )
}
