import type { Comparison } from '@hidesync/domain/workflows/compare'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { definitionOf, partKey, partsOf, type PartType } from '@hidesync/domain/workflows/parts'
import { contentOf } from './workflow-content.ts'
import { partRows, type PreparedDefinition } from './workflow-rows.ts'

/** Everything that writing a changed definition takes, worked out beforehand; the rows are those of the parts that differ. */
export interface PreparedChange extends PreparedDefinition {
  readonly removed: readonly { readonly part: PartType; readonly id: number }[]
  /** Ids of the named paths that there were: they are written anew. */
  readonly paths: readonly number[]
}

export function prepareChange(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  { changes }: Comparison,
): PreparedChange {
  return {
    ...contentOf(after),
    step_count: after.steps.length,
    rows: partRows(differing(after, changes)),
    removed: changes.filter(one => one.change === 'removed').map(({ part, id }) => ({ part, id })),
    paths: before.paths.map(({ id }) => id),
  }
}

/** What has to be written: parts that differ, with the steps whose resources changed places, and all named paths. */
function differing(
  after: WorkflowDefinition,
  changes: readonly { readonly part: PartType; readonly id: number; readonly step_id: number | null }[],
): WorkflowDefinition {
  const keys = new Set(changes.map(partKey))
  // A step's resources are numbered by their place: all of them are written with any of them.
  const stepsOf = new Set(changes.flatMap(({ step_id }) => (step_id === null ? [] : [step_id])))
  const parts = partsOf(after).filter(
    part =>
      part.part === 'path' ||
      keys.has(partKey(part)) ||
      (part.step_id !== null && stepsOf.has(part.step_id)) ||
      (part.part === 'step' && stepsOf.has(part.id)),
  )
  // Options and resources come with their step.
  return definitionOf(parts)
}
