import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { validateDefinition } from '@hidesync/domain/workflows/validate'
import type { Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { saveDefinition } from './definition.repository.ts'
import { requireUsable } from './usable-references.ts'
import type { WorkflowAccessRow } from './workflow-access.ts'
import { announce } from './workflow-events.ts'
import { lockedFor } from './workflow-lock.ts'

export interface DefinitionEdit {
  readonly workflow: WorkflowAccessRow
  readonly before: WorkflowDefinition
  readonly after: WorkflowDefinition
  /** The version that the workflow has now; the one before where nothing changed. */
  readonly version: number
}

/** Refuses (400) a graph that could not run, with everything that stands in its way. */
export function requireRunnable(definition: WorkflowDefinition): void {
  const errors = validateDefinition(definition)
    .filter(({ fatal }) => fatal === true)
    .map(({ path, code, message }) => ({ path, code, message }))
  const [first] = errors
  if (first === undefined) return
  const rest = errors.length > 1 ? ` There are ${errors.length} such findings in all.` : ''
  throw new AppError('workflow.invalid', `${first.message}${rest}`, { errors })
}

/**
 * The one way in which a workflow's graph changes: whoever may edit it, on the version that they saw, by a function of the
 * present graph; what could not run is refused, and what did not change is not written.
 */
export async function editDefinition(
  tx: Transaction,
  deps: { readonly revisions: CompiledRevisions; readonly context: RequestContext },
  id: number,
  edit: (present: WorkflowDefinition) => Promise<WorkflowDefinition>,
): Promise<DefinitionEdit> {
  const { revisions, context } = deps
  const workflow = await lockedFor(tx, deps, id, { action: 'edit', doing: 'change' })
  const { definition: before } = await revisions.get(workflow.content_hash, tx)
  const after = await edit(before)
  requireRunnable(after)
  await requireUsable(tx, context.caller, before, after)
  const version = await saveDefinition(tx, { workflow_id: id, before, after })
  await announce(tx, 'workflow.updated', {
    id,
    name: workflow.name,
    user_id: context.caller.user_id,
    visibility: workflow.visibility,
  })
  return { workflow, before, after, version }
}
