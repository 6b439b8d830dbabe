import type { WorkflowAction } from '@hidesync/domain/identity/workflow-matrix'
import type { Transaction } from '../database/database.ts'
import { isStale, staleRefusal } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { loadAccess, type WorkflowAccessRow } from './workflow-access.ts'
import { differencesSince } from './workflow-differences.ts'
import { notFound, requirePermission } from './workflow-refusals.ts'
import { lockWorkflow } from './workflow.repository.ts'

interface Deps {
  readonly revisions: CompiledRevisions
  readonly context: RequestContext
}

/** What is about to be done; `doing` as in “You may not delete …”. */
interface Intent {
  readonly action: WorkflowAction
  readonly doing: string
}

/** The workflow as the caller meets it, held until the end of the transaction; 404 where to them there is none. */
export async function lockedAccess(
  tx: Transaction,
  { caller }: RequestContext,
  id: number,
): Promise<WorkflowAccessRow> {
  await lockWorkflow(tx, id)
  const workflow = await loadAccess(tx, caller, id)
  if (workflow === null) throw notFound(id)
  return workflow
}

/** Refuses (412) what was decided on another state of the workflow than the present one, saying what differs in its graph. */
export async function refuseUnseen(
  tx: Transaction,
  { revisions, context }: Deps,
  { id, name, content_hash, version }: WorkflowAccessRow,
): Promise<void> {
  const { ifMatch } = context
  if (!isStale(ifMatch, version)) return
  const differences = await differencesSince(tx, revisions, { workflow_id: id, content_hash, ifMatch })
  throw staleRefusal(version, `“${name}”`, differences)
}

/** The workflow, held until the end of the transaction, for somebody who may do this with it and has seen its present state. */
export async function lockedFor(tx: Transaction, deps: Deps, id: number, intent: Intent): Promise<WorkflowAccessRow> {
  const workflow = await lockedAccess(tx, deps.context, id)
  requirePermission(workflow, intent.action, intent.doing)
  await refuseUnseen(tx, deps, workflow)
  return workflow
}
