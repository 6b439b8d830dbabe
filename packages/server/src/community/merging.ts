import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import {
  mergeDefinitions,
  type MergeConflict,
  type MergeInput,
  type Resolution,
} from '@hidesync/domain/workflows/merge'
import { inverted, newIn, partMap, through, within, type PartMap } from '@hidesync/domain/workflows/part-map'
import { validateDefinition } from '@hidesync/domain/workflows/validate'
import type { ConflictResolution } from '@hidesync/contract/community/proposal.schemas'
import type { Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { withNewIds } from '../workflows/workflow-ids.ts'

export interface Merged {
  readonly definition: WorkflowDefinition
  /** What the other side added: its id here, and what it is there. */
  readonly added: PartMap
}

/** What was decided about parts of the graph. */
export const partResolutions = (given: readonly ConflictResolution[]): readonly Resolution[] =>
  given.flatMap(({ part, id, field, take }) =>
    part === 'translation' ? [] : [{ part, id, field: field ?? null, take }],
  )

/** Refuses (409) while something is left to decide. */
function refuseConflicts(name: string, conflicts: readonly MergeConflict[]): void {
  if (conflicts.length === 0) return
  const what = conflicts.length === 1 ? 'one thing was' : `${conflicts.length} things were`
  throw new AppError(
    'merge.conflict',
    `${what[0]?.toUpperCase()}${what.slice(1)} changed on both sides of “${name}”. Say which side counts for each in “resolutions”.`,
    {
      errors: conflicts.map(({ part, id, field, name: thing }) => ({
        path: `/${part}/${id}${field === null ? '' : `/${field}`}`,
        message:
          field === null
            ? `${thing}: one side removed it, the other changed it.`
            : `${thing}: both sides changed ${field.replaceAll('_', ' ')}.`,
        code: 'merge.conflict',
      })),
    },
  )
}

/** Both sides' changes in one graph; what the other side added gets ids of this workflow. Refuses what could not run. */
export async function mergeInto(tx: Transaction, name: string, input: MergeInput): Promise<Merged> {
  const { definition, conflicts } = mergeDefinitions(input)
  refuseConflicts(name, conflicts)
  const fatal = validateDefinition(definition).filter(finding => finding.fatal === true)
  if (fatal.length > 0)
    throw new AppError('workflow.invalid', `Put together, “${name}” could not run: ${fatal[0]?.message ?? ''}`, {
      errors: fatal.map(({ path, code, message }) => ({ path, code, message })),
    })
  const foreign = newIn(definition, [input.ours, input.base])
  const fresh = partMap(await withNewIds(tx, definition), definition)
  const toFresh = through(inverted(fresh))
  const renamed = renameDefinition(definition, (kind, id) =>
    foreign[kind][String(id)] === undefined ? id : toFresh(kind, id),
  )
  const added = within(partMap(renamed, definition), newIn(renamed, [input.ours, input.base]))
  return { definition: renamed, added }
}
