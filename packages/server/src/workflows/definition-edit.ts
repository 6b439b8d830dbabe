import { compareDefinitions } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Transaction } from '../database/database.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { writeChange } from './definition.repository.ts'
import { prepareChange, type PreparedChange } from './prepare-change.ts'
import { requireRunnable } from './require-runnable.ts'
import { newReferences, requireUsable, type NewReferences } from './usable-references.ts'
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
  const change = prepareChange(before, after, compareDefinitions(before, after))
  const version = await applyChange(tx, context, workflow, { change, references: newReferences(before, after) })
  return { workflow, before, after, version }
}

export interface CheckedChange {
  readonly change: PreparedChange
  readonly references: NewReferences
}

/** Writes a change that could run to a workflow that is held, if the caller can use what it names; answers with its new version. */
export async function applyChange(
  tx: Transaction,
  { caller }: RequestContext,
  { id, name, visibility }: WorkflowAccessRow,
  { change, references }: CheckedChange,
): Promise<number> {
  await requireUsable(tx, caller, references)
  const version = await writeChange(tx, id, change)
  await announce(tx, 'workflow.updated', { id, name, user_id: caller.user_id, visibility })
  return version
}
