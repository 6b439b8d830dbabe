import { shown, type Faults } from './faults.ts'
import { pointer } from './json-check.ts'
import { idKey } from './local-ids.ts'
import { translatedKinds, type TranslatedKind } from './part-translations.ts'
import type { LocalId, PresetWorkflow } from './preset.ts'

const noun: Record<TranslatedKind, string> = {
  steps: 'step',
  resources: 'resource',
  outcomes: 'outcome',
  decision_options: 'decision option',
  paths: 'path',
}
const code: Record<TranslatedKind, string> = {
  steps: 'preset.unknown_step',
  resources: 'preset.unknown_resource',
  outcomes: 'preset.unknown_outcome',
  decision_options: 'preset.unknown_option',
  paths: 'preset.unknown_path',
}

/** The translated texts, each of which has to belong to a part of this preset, by the id that the part carries. */
export function checkTranslations(faults: Faults, workflow: PresetWorkflow): void {
  const keys = (ids: readonly (LocalId | null)[]) => new Set(ids.flatMap(id => (id === null ? [] : [idKey(id)])))
  const known: Record<TranslatedKind, ReadonlySet<string>> = {
    steps: keys(workflow.steps.map(({ id }) => id)),
    resources: keys(workflow.steps.flatMap(step => step.resources.map(({ id }) => id))),
    outcomes: keys(workflow.outcomes.map(({ id }) => id)),
    decision_options: keys(workflow.steps.flatMap(step => step.decision_options.map(({ id }) => id))),
    paths: keys(workflow.paths.map(({ id }) => id)),
  }
  for (const [locale, translation] of Object.entries(workflow.translations))
    for (const kind of translatedKinds)
      for (const id of Object.keys(translation[kind] ?? {}))
        if (!known[kind].has(id)) {
          const path = pointer(pointer(`/workflow/translations`, locale), kind)
          const message = `Translation ${locale.slice(0, 60)}: no ${noun[kind]} of this preset has the id ${shown(id)}.`
          faults.add(pointer(path, id), code[kind], message)
        }
}
