import type { Transaction } from '../database/database.ts'
import { refuseStale } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import { loadAccess, type WorkflowAccessRow } from './workflow-access.ts'
import { notFound } from './workflow-refusals.ts'
import { lockWorkflow } from './workflow.repository.ts'

/** The workflow as the caller meets it, held until the end of the transaction; 404 where to them there is none. */
export async function lockedAccess(
  tx: Transaction,
  { caller, ifMatch }: RequestContext,
  id: number,
): Promise<WorkflowAccessRow> {
  await lockWorkflow(tx, id)
  const workflow = await loadAccess(tx, caller, id)
  if (workflow === null) throw notFound(id)
  refuseStale(ifMatch, workflow.version, `“${workflow.name}”`)
  return workflow
}
