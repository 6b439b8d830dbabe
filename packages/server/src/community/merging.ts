import { renameDefinition } from '@hidesync/domain/presets/copy-definition'
import type { PartKind } from '@hidesync/domain/presets/preset-to-definition'
import type { UnitPlace } from '@hidesync/domain/translations/completeness'
import {
  mergeTranslations,
  renamePlace,
  type TextChange,
  type TranslationSides,
} from '@hidesync/domain/translations/merge-translations'
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

/** A merge of graphs, and of what they say in other languages. */
export interface MergeOfTexts extends MergeInput {
  readonly translations: TranslationSides
}

export interface Merged {
  readonly definition: WorkflowDefinition
  /** What becomes of the translations here. */
  readonly texts: readonly TextChange[]
  /** What the other side added: its id here, and what it is there. */
  readonly added: PartMap
}

/** What was decided about parts of the graph. */
const partResolutions = (given: readonly ConflictResolution[]): readonly Resolution[] =>
  given.flatMap(({ part, id, field, take }) =>
    part === 'translation' ? [] : [{ part, id, field: field ?? null, take }],
  )

const textField = (locale: string, { part, field }: Pick<UnitPlace, 'part' | 'field'>): string =>
  `${locale}/${part}/${field}`

/** How a merge of the two would come out, and what is to be decided before. */
export function mergeWithTexts(
  { translations, ...input }: MergeOfTexts,
  given: readonly ConflictResolution[] = [],
): { readonly definition: WorkflowDefinition; readonly texts: readonly TextChange[]; readonly conflicts: Conflict[] } {
  const { definition, conflicts } = mergeDefinitions({ ...input, resolutions: partResolutions(given) })
  const decided = new Map(
    given.flatMap(({ part, id, field, take }) =>
      part === 'translation' ? [[`${id} ${field ?? ''}`, take] as const] : [],
    ),
  )
  const texts = mergeTranslations(definition, translations, (locale, unit) =>
    decided.get(`${unit.id} ${textField(locale, unit)}`),
  )
  const ofTexts = texts.conflicts.map(({ locale, unit, ...sides }) => ({
    part: 'translation' as const,
    id: unit.id,
    field: textField(locale, unit),
    name: `“${unit.source.slice(0, 100)}” in ${locale}`,
    ...sides,
  }))
  return { definition, texts: texts.changes, conflicts: [...conflicts, ...ofTexts] }
}

/** The changes of texts as the contract shows them. */
export const shownTexts = (texts: readonly TextChange[]) =>
  texts.map(({ locale, unit: { part, id, field }, before, after }) => ({
    locale,
    part,
    id,
    field,
    before: before?.text ?? null,
    after: after?.text ?? null,
  }))

type Conflict = Omit<MergeConflict, 'part'> & { readonly part: MergeConflict['part'] | 'translation' }

/** Refuses (409) while something is left to decide. */
function refuseConflicts(name: string, conflicts: readonly Conflict[]): void {
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
export async function mergeInto(
  tx: Transaction,
  name: string,
  input: MergeOfTexts,
  given: readonly ConflictResolution[],
): Promise<Merged> {
  const { definition, texts, conflicts } = mergeWithTexts(input, given)
  refuseConflicts(name, conflicts)
  const fatal = validateDefinition(definition).filter(finding => finding.fatal === true)
  if (fatal.length > 0)
    throw new AppError('workflow.invalid', `Put together, “${name}” could not run: ${fatal[0]?.message ?? ''}`, {
      errors: fatal.map(({ path, code, message }) => ({ path, code, message })),
    })
  const foreign = newIn(definition, [input.ours, input.base])
  const fresh = partMap(await withNewIds(tx, definition), definition)
  const toFresh = through(inverted(fresh))
  const here = (kind: PartKind, id: number) => (foreign[kind][String(id)] === undefined ? id : toFresh(kind, id))
  const renamed = renameDefinition(definition, here)
  const added = within(partMap(renamed, definition), newIn(renamed, [input.ours, input.base]))
  return { definition: renamed, texts: texts.map(text => ({ ...text, unit: renamePlace(text.unit, here) })), added }
}
