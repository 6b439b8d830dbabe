import type { Rating } from '@hidesync/contract/community/community.schemas'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { requireCommunity, requireReadable } from './community-access.ts'
import { deleteRating, putRating, readRating } from './rating.repository.ts'

/** Stars for workflows: one rating a person, for public workflows of others. */
export class RatingService {
  readonly #deps: { readonly db: Database }

  constructor(deps: { readonly db: Database }) {
    this.#deps = deps
  }

  async get(id: number, { caller }: RequestContext): Promise<Rating> {
    await requireReadable(this.#deps.db, caller, id)
    return readRating(this.#deps.db, id, caller.user_id)
  }

  async put(id: number, stars: number, context: RequestContext): Promise<Rating> {
    const { caller } = context
    return context.once(async tx => {
      requireCommunity(await requireReadable(tx, caller, id), 'rate', 'rate')
      await putRating(tx, { workflow_id: id, user_id: caller.user_id, stars })
      return readRating(tx, id, caller.user_id)
    })
  }

  async delete(id: number, context: RequestContext): Promise<void> {
    const { caller } = context
    await context.once(async tx => {
      const { name } = await requireReadable(tx, caller, id)
      if (await deleteRating(tx, id, caller.user_id)) return
      throw new AppError('rating.not_found', `You have not rated “${name}”.`)
    })
  }
}
