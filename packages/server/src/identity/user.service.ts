import type { NewUser, User, UserChanges } from '@hidesync/contract/identity/identity.schemas'
import { constraintViolation } from '../database/constraint-error.ts'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { revokeApiTokensOf } from './api-token.repository.ts'
import type { CallerResolver } from './caller-resolver.ts'
import { emailTaken, pageOf, userAnswer, wrongField } from './identity-answers.ts'
import type { Passwords } from './passwords.ts'
import { SessionRepository } from './session.repository.ts'
import { listUsers, readUser } from './user.reader.ts'
import { UserRepository, type UserUpdate } from './user.repository.ts'
import { firstWorkshopId, workshopExists } from './workshop.reader.ts'
import { WorkshopRepository } from './workshop.repository.ts'

interface Deps {
  readonly db: Database
  readonly passwords: Passwords
  readonly callers: CallerResolver
  readonly now: () => Date
}

const notFound = (id: number) => new AppError('user.not_found', `There is no user ${id}.`)

const nameOfEmail = (email: string): string => email.split('@', 1)[0] ?? email

/** Users as superusers look after them. */
export class UserService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(page: { readonly limit?: number; readonly offset?: number; readonly search?: string }) {
    const { limit = 50, offset = 0, search } = page
    const { items, total } = await listUsers(this.#deps.db, { limit, offset, search })
    return pageOf({ items: items.map(userAnswer), total }, { limit, offset })
  }

  async get(id: number): Promise<User> {
    const row = await readUser(this.#deps.db, id)
    if (row === null) throw notFound(id)
    return userAnswer(row)
  }

  async create(input: NewUser, context: Pick<RequestContext, 'once'>): Promise<User> {
    const password_hash = await this.#deps.passwords.hash(input.password)
    try {
      return await context.once(tx => this.#insert(tx, input, password_hash))
    } catch (error) {
      throw emailTaken(error, input.email)
    }
  }

  async update(id: number, changes: UserChanges): Promise<User> {
    const { db, passwords, callers } = this.#deps
    const { password, ...rest } = changes
    const update: UserUpdate =
      password === undefined ? rest : { ...rest, password_hash: await passwords.hash(password) }
    try {
      return await db.transaction().execute(tx => this.#update(tx, id, update))
    } catch (error) {
      throw emailTaken(error, changes.email)
    } finally {
      callers.forget()
    }
  }

  /** Whoever has made something stays, without name and without access, so that what they made keeps its maker. */
  async delete(id: number): Promise<void> {
    const { db, callers } = this.#deps
    try {
      await db.transaction().execute(async tx => {
        await this.#refuseLastSuperuser(tx, id)
        if (!(await new UserRepository(tx).delete(id))) throw notFound(id)
      })
    } catch (error) {
      if (constraintViolation(error)?.kind !== 'foreign_key') throw error
      await db.transaction().execute(tx => this.#anonymise(tx, id))
    } finally {
      callers.forget()
    }
  }

  async #insert(tx: Transaction, input: NewUser, password_hash: string): Promise<User> {
    const { email, locale = 'en', is_superuser = false, role = 'member', workshop_id } = input
    const workshop = workshop_id ?? (await firstWorkshopId(tx))
    if (workshop === null || !(await workshopExists(tx, workshop)))
      throw wrongField('/workshop_id', `There is no workshop ${workshop_id ?? ''} for the user to belong to.`)
    const user = await new UserRepository(tx).insert({
      email,
      display_name: input.display_name ?? nameOfEmail(email),
      password_hash,
      locale,
      is_superuser,
      default_workshop_id: workshop,
    })
    await new WorkshopRepository(tx).addMember({ workshop_id: workshop, user_id: user.id, role })
    return userAnswer(user)
  }

  async #update(tx: Transaction, id: number, update: UserUpdate): Promise<User> {
    const at = this.#deps.now()
    if (update.is_superuser === false || update.is_active === false) await this.#refuseLastSuperuser(tx, id)
    const { default_workshop_id: workshop } = update
    if (workshop !== undefined && !(await workshopExists(tx, workshop)))
      throw wrongField('/default_workshop_id', `There is no workshop ${workshop}.`)
    const user = await new UserRepository(tx).update(id, update, at)
    if (user === null) throw notFound(id)
    if (update.is_active === false) await this.#endAccess(tx, id)
    else if (update.password_hash !== undefined) await new SessionRepository(tx).endAllOf(id, at)
    return userAnswer(user)
  }

  async #refuseLastSuperuser(tx: Transaction, id: number): Promise<void> {
    const superusers = await new UserRepository(tx).lockSuperusers()
    if (superusers.length === 1 && superusers[0] === id)
      throw new AppError(
        'user.last_superuser',
        'This is the last superuser that can sign in. Make somebody else a superuser first.',
      )
  }

  async #endAccess(tx: Transaction, id: number): Promise<void> {
    await new SessionRepository(tx).endAllOf(id, this.#deps.now())
    await revokeApiTokensOf(tx, id, this.#deps.now())
  }

  async #anonymise(tx: Transaction, id: number): Promise<void> {
    await this.#refuseLastSuperuser(tx, id)
    const users = new UserRepository(tx)
    await users.update(
      id,
      {
        email: `former-${id}@users.invalid`,
        display_name: `Former member ${id}`,
        is_active: false,
        is_superuser: false,
        password_hash: await this.#deps.passwords.hash(crypto.randomUUID()),
      },
      this.#deps.now(),
    )
    await users.leaveAllWorkshops(id)
    await this.#endAccess(tx, id)
  }
}
