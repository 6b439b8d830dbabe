import { definitionToPreset } from '@hidesync/domain/presets/definition-to-preset'
import type { PartTranslations } from '@hidesync/domain/presets/part-translations'
import type { Preset, PresetTheme } from '@hidesync/domain/presets/preset'
import { namedByNoStep } from '@hidesync/domain/presets/required-resources'
import type { Translation } from '@hidesync/domain/translations/completeness'
import { documentOf } from '@hidesync/domain/translations/document'
import { localiseDefinition, localiseWords } from '@hidesync/domain/translations/localise'
import { textUnits } from '@hidesync/domain/translations/text-unit'
import type { WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { withResourceNames, type ResourceNames } from '../workflows/resource-names.ts'
import type { WorkflowTexts } from '../workflows/workflow.reader.ts'

/** Everything that a workflow's file is made of, as it was read. */
export interface Exportable {
  readonly workflow: WorkflowTexts
  /** The state of its graph that goes: JSON. */
  readonly graph: string
  /** Of what its resources have no name of their own for. */
  readonly names: ResourceNames
  /** Its texts in other languages, as far as they go along. */
  readonly translations: ReadonlyMap<string, Translation>
  /** The language in which it goes, with its texts, the best first; null: as its author wrote it. */
  readonly language: { readonly locale: string; readonly layers: readonly Translation[] } | null
  readonly theme: PresetTheme | null
  /** RFC 3339. */
  readonly exported_at: string
}

function translationsOf({ workflow, translations }: Exportable, definition: WorkflowDefinition): PartTranslations {
  if (translations.size === 0) return {}
  const units = textUnits(workflow, definition)
  const entries = [...translations].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([locale, texts]) => [locale, documentOf(units, texts)]))
}

/** In a language, which is the default one of what comes of it. */
function localised(workflow: WorkflowTexts, definition: WorkflowDefinition, { language }: Exportable) {
  if (language === null) return { workflow, definition }
  const { locale, layers } = language
  const { required_resources: listed } = workflow.metadata
  // Once the steps name things in another language, nobody could tell that the list means the same ones.
  const required_resources = listed && namedByNoStep(definition.steps, listed)
  const metadata = { ...workflow.metadata, ...(required_resources && { required_resources }) }
  return {
    workflow: { ...localiseWords(workflow, layers), default_locale: locale, metadata },
    definition: localiseDefinition(definition, layers),
  }
}

/** The workflow as a file. */
export function presetOf(exportable: Exportable): Preset {
  const original = JSON.parse(exportable.graph) as WorkflowDefinition
  const { workflow, definition } = localised(exportable.workflow, original, exportable)
  const { preset = {}, required_resources = null } = workflow.metadata
  const exported = {
    ...workflow,
    metadata: preset,
    required_resources,
    translations: translationsOf(exportable, definition),
    theme: exportable.theme,
  }
  return definitionToPreset(exported, withResourceNames(definition, exportable.names), exportable.exported_at)
}
