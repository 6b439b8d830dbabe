import type { Comment } from '@hidesync/contract/community/community.schemas'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { pageOf } from '../identity/identity-answers.ts'
import { deleteComment, insertComment, listComments, readComment, type CommentRow } from './comment.repository.ts'
import { requireCommunity, requireReadable } from './community-access.ts'

const answer = ({ created_at, ...row }: CommentRow): Comment => ({ ...row, created_at: created_at.toISOString() })

const notFound = (id: number) => new AppError('comment.not_found', `There is no comment ${id} on this workflow.`)

/** What people say about workflows. */
export class CommentService {
  readonly #deps: { readonly db: Database }

  constructor(deps: { readonly db: Database }) {
    this.#deps = deps
  }

  async list(id: number, page: { readonly limit?: number; readonly offset?: number }, { caller }: RequestContext) {
    const { limit = 50, offset = 0 } = page
    await requireReadable(this.#deps.db, caller, id)
    const { items, total } = await listComments(this.#deps.db, id, { limit, offset })
    return pageOf({ items: items.map(answer), total }, { limit, offset })
  }

  async add(id: number, text: string, context: RequestContext): Promise<Comment> {
    const { caller } = context
    return context.once(async tx => {
      requireCommunity(await requireReadable(tx, caller, id), 'comment', 'comment on')
      const made = await insertComment(tx, { workflow_id: id, author_id: caller.user_id, text })
      const comment = await readComment(tx, id, made)
      if (comment === null) throw notFound(made)
      return answer(comment)
    })
  }

  async delete({ id, comment_id }: { readonly id: number; readonly comment_id: number }, context: RequestContext) {
    const { caller } = context
    await context.once(async tx => {
      const workflow = await requireReadable(tx, caller, id)
      const comment = await readComment(tx, id, comment_id)
      if (comment === null) throw notFound(comment_id)
      if (comment.author_id !== caller.user_id && !workflow.community.includes('moderate'))
        throw new AppError(
          'access.forbidden',
          `This comment is ${comment.author_name}’s. They, the owner of “${workflow.name}” or a superuser may take it away.`,
          { reason: 'not_your_comment' },
        )
      if (!(await deleteComment(tx, comment_id))) throw notFound(comment_id)
    })
  }
}
