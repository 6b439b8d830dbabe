import type { Workshop } from '@hidesync/contract/identity/identity.schemas'
import { workshopPermissions, type Caller } from '@hidesync/domain/identity/permissions'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CallerResolver } from './caller-resolver.ts'
import { nameTaken, pageOf } from './identity-answers.ts'
import { listWorkshops, readWorkshop, type WorkshopRow } from './workshop.reader.ts'
import { WorkshopRepository } from './workshop.repository.ts'

interface Deps {
  readonly db: Database
  readonly callers: CallerResolver
}

const answer = ({ created_at, ...row }: WorkshopRow, caller: Caller): Workshop => ({
  ...row,
  role: caller.at_station === true ? 'member' : row.role,
  created_at: created_at.toISOString(),
})

const notFound = (id: number) => new AppError('workshop.not_found', `There is no workshop ${id} that you belong to.`)

/** Answers 404 to whom the workshop is none of their business, 403 to whom it is but not theirs to manage. */
export function refuseUnless(action: 'read' | 'manage', { caller }: RequestContext, id: number): void {
  const allowed = workshopPermissions(caller, id)
  if (!allowed.includes('read')) throw notFound(id)
  if (!allowed.includes(action))
    throw new AppError('access.forbidden', 'Only a manager of the workshop may do this. Ask one of them.', {
      reason: 'managers_only',
    })
}

/** Workshops: groups of people with a common stock. */
export class WorkshopService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(page: { readonly limit?: number; readonly offset?: number }, { caller }: RequestContext) {
    const { limit = 50, offset = 0 } = page
    const { items, total } = await listWorkshops(this.#deps.db, caller, { limit, offset })
    return pageOf({ items: items.map(row => answer(row, caller)), total }, { limit, offset })
  }

  async get(id: number, context: RequestContext): Promise<Workshop> {
    refuseUnless('read', context, id)
    return this.#read(this.#deps.db, id, context)
  }

  async create(
    input: { readonly name: string; readonly description?: string | null },
    context: RequestContext,
  ): Promise<Workshop> {
    const { user_id } = context.caller
    try {
      return await context.once(async tx => {
        const workshops = new WorkshopRepository(tx)
        const id = await workshops.insert({ name: input.name, description: input.description ?? null })
        await workshops.addMember({ workshop_id: id, user_id, role: 'manager' })
        return this.#read(tx, id, context)
      })
    } catch (error) {
      throw nameTaken(error, input.name)
    } finally {
      this.#deps.callers.forget()
    }
  }

  async update(
    id: number,
    changes: { readonly name?: string; readonly description?: string | null },
    context: RequestContext,
  ): Promise<Workshop> {
    refuseUnless('manage', context, id)
    try {
      return await this.#deps.db.transaction().execute(async tx => {
        await new WorkshopRepository(tx).update(id, changes)
        return this.#read(tx, id, context)
      })
    } catch (error) {
      throw nameTaken(error, changes.name)
    }
  }

  async #read(db: Database, id: number, { caller }: RequestContext): Promise<Workshop> {
    const row = await readWorkshop(db, caller.user_id, id)
    if (row === null) throw notFound(id)
    return answer(row, caller)
  }
}
