import type { WorkflowDefinition } from '../workflows/definition.ts'
import { idKey } from './local-ids.ts'
import { renameParts, type PartIds, type PartTranslations } from './part-translations.ts'
import type { LocalId, PresetWorkflow } from './preset.ts'

type Parts = Record<keyof PartIds, readonly { readonly id: LocalId | null }[]>

/** A graph whose parts can be named: a preset's or a definition's. */
type Graph = Pick<Parts, 'outcomes' | 'paths'> & {
  readonly steps: readonly ({ readonly id: LocalId } & Pick<Parts, 'resources' | 'decision_options'>)[]
}

const partsOf = (graph: Graph): Parts => ({
  steps: graph.steps,
  resources: graph.steps.flatMap(step => step.resources),
  outcomes: graph.outcomes,
  decision_options: graph.steps.flatMap(step => step.decision_options),
  paths: graph.paths,
})

/** By place: both hold the same parts in the same order. */
const paired = (from: Parts, to: Parts): PartIds => {
  const pair = (kind: keyof Parts) =>
    new Map(
      from[kind].flatMap(({ id }, index) => {
        const other = to[kind][index]?.id ?? null
        return id === null || other === null ? [] : [[idKey(id), other] as const]
      }),
    )
  return {
    steps: pair('steps'),
    resources: pair('resources'),
    outcomes: pair('outcomes'),
    decision_options: pair('decision_options'),
    paths: pair('paths'),
  }
}

/** A preset's texts in other languages, by the ids of the definition that was made from it, or of any copy of that. */
export const importedTranslations = (preset: PresetWorkflow, definition: WorkflowDefinition): PartTranslations =>
  renameParts(preset.translations, paired(partsOf(preset), partsOf(definition)))

/** The texts of a definition by the ids that its parts have in the preset made from it. */
export const exportedTranslations = (
  translations: PartTranslations,
  definition: WorkflowDefinition,
  preset: Graph,
): PartTranslations => renameParts(translations, paired(partsOf(definition), partsOf(preset)))
