import type {
  Invitation,
  InvitationView,
  MadeInvitation,
  NewAccount,
  NewInvitation,
} from '@hidesync/contract/identity/link.schemas'
import type { TokenPair } from '@hidesync/contract/identity/identity.schemas'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { AuthService } from './auth.service.ts'
import { emailTaken, tooManyLinks, wrongField } from './identity-answers.ts'
import {
  countInvitations,
  deleteInvitation,
  insertInvitation,
  listInvitations,
  markInvitationUsed,
  mostLinks,
  readInvitation,
  type InvitationRow,
} from './link.repository.ts'
import type { Passwords } from './passwords.ts'
import type { SecretKeys } from './secret-key.ts'
import { linkToken, tokenHash } from './tokens.ts'
import { UserRepository } from './user.repository.ts'
import { WorkshopRepository } from './workshop.repository.ts'
import { workshopExists } from './workshop.reader.ts'
import { refuseUnless } from './workshop.service.ts'

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly passwords: Passwords
  readonly auth: AuthService
  readonly now: () => Date
  /** Origin of the web app; null where it is not known. */
  readonly publicUrl: string | null
}

const day = 24 * 3_600_000

const answer = ({ created_at, expires_at, ...row }: InvitationRow): Invitation => ({
  ...row,
  created_at: created_at.toISOString(),
  expires_at: expires_at.toISOString(),
})

const notFound = () =>
  new AppError(
    'invitation.not_found',
    'This invitation was used or taken back, or who made it may no longer invite. Ask for a new one.',
  )

/** Links by which people join a workshop, each once. */
export class InvitationService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** The token stands in this answer alone; of a repeated request it is worked out again, never stored. */
  async create(workshop_id: number, input: NewInvitation, context: RequestContext): Promise<MadeInvitation> {
    refuseUnless('manage', context, workshop_id)
    const { keys, now, publicUrl } = this.#deps
    const token = linkToken(keys, 'invitation', context.idempotency)
    const created_at = now()
    const made = await context.once(async tx => {
      if (!(await workshopExists(tx, workshop_id)))
        throw new AppError('workshop.not_found', `There is no workshop ${workshop_id}.`)
      if ((await countInvitations(tx, workshop_id, created_at)) >= mostLinks) throw tooManyLinks('invitations')
      const row = await insertInvitation(tx, {
        workshop_id,
        email: input.email ?? null,
        role: input.role ?? 'member',
        token_hash: tokenHash(token),
        created_by: context.caller.user_id,
        created_at,
        expires_at: new Date(created_at.getTime() + (input.expires_in_days ?? 7) * day),
      })
      return answer(row)
    })
    context.setHeader('cache-control', 'no-store')
    return { ...made, token, url: `${publicUrl ?? ''}/invitations/${token}` }
  }

  async list(workshop_id: number, context: RequestContext): Promise<Invitation[]> {
    refuseUnless('manage', context, workshop_id)
    return (await listInvitations(this.#deps.db, workshop_id)).map(answer)
  }

  async remove(workshop_id: number, id: number, context: RequestContext): Promise<void> {
    refuseUnless('manage', context, workshop_id)
    const removed = await this.#deps.db.transaction().execute(tx => deleteInvitation(tx, workshop_id, id))
    if (!removed) throw new AppError('invitation.not_found', `This workshop has no open invitation ${id}.`)
  }

  async view(token: string): Promise<InvitationView> {
    const row = await readInvitation(this.#deps.db, tokenHash(token))
    if (row === null) throw notFound()
    const { workshop_name, role, invited_by, email, expires_at } = row
    const expired = expires_at <= this.#deps.now()
    return { workshop_name, role, invited_by, email, expires_at: expires_at.toISOString(), expired }
  }

  /** Makes the account, and signs it in. */
  async accept(token: string, input: NewAccount): Promise<TokenPair> {
    const { db, passwords, auth, now } = this.#deps
    // Before a password is hashed for nothing.
    await this.view(token)
    const password_hash = await passwords.hash(input.password)
    try {
      const user_id = await db.transaction().execute(async tx => {
        const invitation = await readInvitation(tx, tokenHash(token), 'lock')
        if (invitation === null) throw notFound()
        if (invitation.expires_at <= now())
          throw new AppError('invitation.expired', 'This invitation has expired. Ask for a new one.')
        if (invitation.email !== null && invitation.email.toLowerCase() !== input.email.toLowerCase())
          throw wrongField(
            '/email',
            `This invitation is for ${invitation.email}. Join with that e-mail.`,
            'other_email',
          )
        const { workshop_id, role } = invitation
        const { id } = await new UserRepository(tx).insert({
          email: input.email,
          display_name: input.display_name,
          password_hash,
          locale: input.locale ?? 'en',
          is_superuser: false,
          default_workshop_id: workshop_id,
        })
        await new WorkshopRepository(tx).addMember({ workshop_id, user_id: id, role })
        await markInvitationUsed(tx, invitation.id, now())
        return id
      })
      return await auth.openSession(user_id)
    } catch (error) {
      throw emailTaken(error, input.email)
    }
  }
}
