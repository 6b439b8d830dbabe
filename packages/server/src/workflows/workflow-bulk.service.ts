import type { BulkDeletion } from '@hidesync/contract/workflows/workflow.schemas'
import type { Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { loadAccess } from './workflow-access.ts'
import { announce } from './workflow-events.ts'
import { notFound, requirePermission } from './workflow-refusals.ts'
import { hideWorkflow, lockWorkflow } from './workflow.repository.ts'

/** What is done with several workflows at once. */
export class WorkflowBulkService {
  /** Deletes those that the caller may delete; undefined where that was all of them, each named once. */
  async delete(ids: readonly number[], context: RequestContext): Promise<BulkDeletion | undefined> {
    // In one order, so that two who delete the same ones do not wait for each other.
    const asked = [...new Set(ids)].toSorted((a, b) => a - b)
    const { deleted, failed } = await context.once(async tx => {
      const result: BulkDeletion = { deleted: [], failed: [] }
      for (const id of asked) {
        const refusal = await this.#delete(tx, id, context)
        if (refusal === null) result.deleted.push(id)
        else result.failed.push({ id, status: refusal.status, detail: refusal.detail })
      }
      return result
    })
    if (failed.length === 0) return undefined
    context.setStatus(207)
    return { deleted, failed }
  }

  async #delete(tx: Transaction, id: number, { caller }: RequestContext): Promise<AppError | null> {
    await lockWorkflow(tx, id)
    const workflow = await loadAccess(tx, caller, id)
    if (workflow === null) return notFound(id)
    try {
      requirePermission(workflow, 'delete', 'delete')
    } catch (error) {
      if (error instanceof AppError) return error
      throw error
    }
    await hideWorkflow(tx, id)
    await announce(tx, 'workflow.deleted', { id, name: workflow.name, user_id: caller.user_id })
    return null
  }
}
