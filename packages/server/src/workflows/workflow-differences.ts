import { compareDefinitions, type PartChange } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Transaction } from '../database/database.ts'
import type { FieldError } from '../http/app-error.ts'
import { versionsIn } from '../http/if-match.ts'
import type { CompiledRevisions } from './compiled-revisions.ts'
import { contentAtVersion } from './workflow-version.reader.ts'

/** As many as a person reads. */
const most = 50

const lists = {
  step: 'steps',
  connection: 'connections',
  outcome: 'outcomes',
  path: 'paths',
  decision_option: 'steps',
  resource: 'steps',
} as const

/** Where a changed part stands in the present graph, as a JSON pointer; the list itself where it is gone. */
function placeOf({ part, id, step_id }: PartChange, present: WorkflowDefinition): string {
  const list = lists[part]
  const index = present[list].findIndex(one => one.id === (step_id ?? id))
  return index < 0 ? `/${list}` : `/${list}/${index}`
}

/** What differs between the version that an If-Match names and the present graph; empty where that version is not known any more. */
export async function differencesSince(
  tx: Transaction,
  revisions: CompiledRevisions,
  stale: { readonly workflow_id: number; readonly content_hash: string; readonly ifMatch: string | null },
): Promise<readonly FieldError[]> {
  const [version] = versionsIn(stale.ifMatch) ?? []
  if (version === undefined || !Number.isSafeInteger(version)) return []
  const content = await contentAtVersion(tx, stale.workflow_id, version)
  if (content === null || content === stale.content_hash) return []
  const before = await revisions.get(content, tx)
  const present = await revisions.get(stale.content_hash, tx)
  const { changes } = compareDefinitions(before.definition, present.definition)
  const shown = changes.slice(0, most).map(change => ({
    path: placeOf(change, present.definition),
    message: change.summary,
  }))
  const left = changes.length - shown.length
  return left === 0 ? shown : [...shown, { path: '', message: `${left} more changes are not listed.` }]
}
