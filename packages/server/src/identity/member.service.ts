import type { Member } from '@hidesync/contract/identity/identity.schemas'
import type { WorkshopRole } from '@hidesync/domain/identity/permissions'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CallerResolver } from './caller-resolver.ts'
import { memberAnswer, pageOf, wrongField } from './identity-answers.ts'
import { findUserByEmail, readUser } from './user.reader.ts'
import { listMembers, readMember, workshopExists } from './workshop.reader.ts'
import { WorkshopRepository } from './workshop.repository.ts'
import { refuseUnless } from './workshop.service.ts'

interface Deps {
  readonly db: Database
  readonly callers: CallerResolver
}

export interface NewMember {
  readonly user_id?: number
  readonly email?: string
  readonly role?: WorkshopRole
}

const notMember = (userId: number) =>
  new AppError('workshop.member_not_found', `User ${userId} does not belong to this workshop.`)

/** Who belongs to a workshop, and as what. */
export class MemberService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(workshopId: number, page: { readonly limit?: number; readonly offset?: number }, context: RequestContext) {
    refuseUnless('read', context, workshopId)
    const { limit = 50, offset = 0 } = page
    const { items, total } = await listMembers(this.#deps.db, workshopId, { limit, offset })
    return pageOf({ items: items.map(memberAnswer), total }, { limit, offset })
  }

  async add(workshopId: number, input: NewMember, context: RequestContext): Promise<Member> {
    refuseUnless('manage', context, workshopId)
    const added = await context.once(async tx => {
      if (!(await workshopExists(tx, workshopId)))
        throw new AppError('workshop.not_found', `There is no workshop ${workshopId}.`)
      const user = await this.#userOf(tx, input)
      const member = { workshop_id: workshopId, user_id: user.id, role: input.role ?? 'member' }
      if (!(await new WorkshopRepository(tx).addMember(member)))
        throw new AppError('workshop.already_member', `${user.display_name} belongs to this workshop already.`)
      return this.#member(tx, workshopId, user.id)
    })
    this.#deps.callers.forget()
    return added
  }

  async setRole(
    { workshopId, userId }: { readonly workshopId: number; readonly userId: number },
    role: WorkshopRole,
    context: RequestContext,
  ): Promise<Member> {
    refuseUnless('manage', context, workshopId)
    const changed = await this.#deps.db.transaction().execute(async tx => {
      if (role === 'member') await this.#refuseLastManager(tx, workshopId, userId)
      const workshops = new WorkshopRepository(tx)
      if (!(await workshops.setRole({ workshop_id: workshopId, user_id: userId }, role))) throw notMember(userId)
      return this.#member(tx, workshopId, userId)
    })
    this.#deps.callers.forget()
    return changed
  }

  /** Managers remove anybody, everybody may leave. */
  async remove(workshopId: number, userId: number, context: RequestContext): Promise<void> {
    refuseUnless(userId === context.caller.user_id ? 'read' : 'manage', context, workshopId)
    await this.#deps.db.transaction().execute(async tx => {
      await this.#refuseLastManager(tx, workshopId, userId)
      const removed = await new WorkshopRepository(tx).removeMember({ workshop_id: workshopId, user_id: userId })
      if (!removed) throw notMember(userId)
    })
    this.#deps.callers.forget()
  }

  async #userOf(tx: Transaction, { user_id, email }: NewMember) {
    if ((user_id === undefined) === (email === undefined))
      throw wrongField('', 'Say who by “user_id” or by “email”, one of the two.')
    const user = user_id === undefined ? await findUserByEmail(tx, email ?? '') : await readUser(tx, user_id)
    if (user === null)
      throw user_id === undefined
        ? wrongField('/email', `There is no user with the e-mail ${email ?? ''}.`, 'unknown_email')
        : wrongField('/user_id', `There is no user ${user_id}.`)
    return user
  }

  async #member(tx: Transaction, workshopId: number, userId: number): Promise<Member> {
    const row = await readMember(tx, workshopId, userId)
    if (row === null) throw notMember(userId)
    return memberAnswer(row)
  }

  async #refuseLastManager(tx: Transaction, workshopId: number, userId: number): Promise<void> {
    const managers = await new WorkshopRepository(tx).lockManagers(workshopId)
    if (managers.length === 1 && managers[0] === userId)
      throw new AppError('workshop.last_manager', 'This is the last manager. Make somebody else a manager first.')
  }
}
