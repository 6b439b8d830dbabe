import { invitationRoutes, passwordResetRoutes } from '@hidesync/contract/identity/link.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import { handOver } from './hand-over.ts'
import type { InvitationService } from './invitation.service.ts'
import type { PasswordResetService } from './password-reset.service.ts'

interface Services {
  readonly invitations: InvitationService
  readonly passwordResets: PasswordResetService
}

export function registerLinkRoutes(app: FastifyInstance, { invitations, passwordResets }: Services): void {
  // Guessing tokens is as little fun as guessing passwords.
  const counted = { before: app.runtime.countLink }
  mount(app, invitationRoutes.create, ({ params, body }, context) => invitations.create(params.id, body, context))
  mount(app, invitationRoutes.list, ({ params }, context) => invitations.list(params.id, context))
  mount(app, invitationRoutes.remove, ({ params: { id, invitation_id } }, context) =>
    invitations.remove(id, invitation_id, context),
  )
  mount(app, invitationRoutes.view, ({ params }) => invitations.view(params.token), counted)
  mount(
    app,
    invitationRoutes.accept,
    async ({ params, body }, context) => handOver(await invitations.accept(params.token, body), context),
    counted,
  )

  mount(app, passwordResetRoutes.create, ({ params }, context) => passwordResets.create(params.id, context))
  mount(app, passwordResetRoutes.view, ({ params }) => passwordResets.view(params.token), counted)
  mount(
    app,
    passwordResetRoutes.use,
    async ({ params, body }, context) => handOver(await passwordResets.use(params.token, body.password), context),
    counted,
  )
}
