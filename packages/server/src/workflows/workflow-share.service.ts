import type { NewShare, Share } from '@hidesync/contract/workflows/sharing.schemas'
import type { Caller } from '@hidesync/domain/identity/permissions'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { wrongField } from '../identity/identity-answers.ts'
import { findUserByEmail, readUser } from '../identity/user.reader.ts'
import { readWorkshop } from '../identity/workshop.reader.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { loadAccess, type WorkflowAccessRow } from './workflow-access.ts'
import { announce } from './workflow-events.ts'
import { lockedFor } from './workflow-lock.ts'
import { notFound, requirePermission } from './workflow-refusals.ts'
import { readShares, type Grantee, type ShareRow } from './workflow-share.reader.ts'
import { deleteShare, putShare } from './workflow-share.repository.ts'
import { updateWorkflow } from './workflow.repository.ts'

const answer = ({ created_at, ...row }: ShareRow): Share => ({ ...row, created_at: created_at.toISOString() })

async function personOf(tx: Transaction, { user_id, email }: NewShare, workflow: WorkflowAccessRow): Promise<Grantee> {
  const user = user_id === undefined ? await findUserByEmail(tx, email ?? '') : await readUser(tx, user_id)
  const path = user_id === undefined ? '/email' : '/user_id'
  if (user === null || !user.is_active)
    throw wrongField(
      path,
      user_id === undefined ? `There is nobody with the e-mail ${email ?? ''}.` : `There is no user ${user_id}.`,
      'unknown_email',
    )
  if (user.id === workflow.created_by)
    throw wrongField(
      path,
      `“${workflow.name}” belongs to ${user.display_name} already: there is nothing to share.`,
      'already_owner',
    )
  return { user_id: user.id, workshop_id: null }
}

async function workshopOf(tx: Transaction, caller: Caller, workshopId: number): Promise<Grantee> {
  const mine = caller.is_superuser || caller.roles[String(workshopId)] !== undefined
  if (!mine || (await readWorkshop(tx, caller.user_id, workshopId)) === null)
    throw wrongField('/workshop_id', `There is no workshop ${workshopId} that you belong to.`)
  return { user_id: null, workshop_id: workshopId }
}

interface Deps {
  readonly db: Database
  readonly revisions: CompiledRevisions
}

/** Sharing workflows with people and workshops. What is given or taken away counts from the next request on. */
export class WorkflowShareService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(id: number, { caller }: RequestContext): Promise<Share[]> {
    const { db } = this.#deps
    const workflow = await loadAccess(db, caller, id)
    if (workflow === null) throw notFound(id)
    requirePermission(workflow, 'share', 'see with whom others share')
    return (await readShares(db, caller, id)).map(answer)
  }

  async put(id: number, input: NewShare, context: RequestContext): Promise<Share> {
    return context.once(async tx => {
      const workflow = await lockedFor(tx, { ...this.#deps, context }, id, { action: 'share', doing: 'share' })
      const grantee = await this.#grantee(tx, input, { workflow, caller: context.caller })
      await putShare(tx, id, grantee, input.permission)
      if (workflow.visibility === 'private') {
        await updateWorkflow(tx, id, { visibility: 'shared' })
        const { user_id } = context.caller
        await announce(tx, 'workflow.updated', { id, name: workflow.name, user_id, visibility: 'shared' })
      }
      const [share] = await readShares(tx, context.caller, id, grantee)
      if (share === undefined) throw new Error(`The share of workflow ${id} was not kept.`)
      return answer(share)
    })
  }

  async remove(id: number, grantee: Grantee, context: RequestContext): Promise<void> {
    await context.once(async tx => {
      const intent = { action: 'share', doing: 'change the shares of' } as const
      const workflow = await lockedFor(tx, { ...this.#deps, context }, id, intent)
      if (await deleteShare(tx, id, grantee)) return
      const whom = grantee.user_id === null ? `workshop ${grantee.workshop_id}` : `user ${grantee.user_id}`
      throw new AppError('share.not_found', `“${workflow.name}” is not shared with ${whom}.`)
    })
  }

  async #grantee(
    tx: Transaction,
    input: NewShare,
    { workflow, caller }: { readonly workflow: WorkflowAccessRow; readonly caller: Caller },
  ): Promise<Grantee> {
    const { user_id, email, workshop_id } = input
    if ([user_id, email, workshop_id].filter(value => value !== undefined).length !== 1)
      throw wrongField('', 'Say with whom by “user_id”, “email” or “workshop_id”, one of the three.')
    return workshop_id === undefined ? personOf(tx, input, workflow) : workshopOf(tx, caller, workshop_id)
  }
}
