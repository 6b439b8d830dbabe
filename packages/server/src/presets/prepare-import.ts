import type { Need } from '@hidesync/domain/inventory/match-resources'
import type { CheckedPreset } from '@hidesync/domain/presets/check-preset'
import { copyDefinition } from '@hidesync/domain/presets/copy-definition'
import type { Preset, PresetInfo, PresetTheme, RequiredResources } from '@hidesync/domain/presets/preset'
import { importedTranslations } from '@hidesync/domain/presets/translation-ids'
import { bindDocument, type BoundText } from '@hidesync/domain/translations/bind'
import { normalLocale } from '@hidesync/domain/translations/locale'
import { textUnits } from '@hidesync/domain/translations/text-unit'
import type { JsonObject, StepResource, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { takeFrom, type PartIds } from '../workflows/workflow-ids.ts'
import { prepareDefinition, type PreparedDefinition } from '../workflows/workflow-rows.ts'

export type Importable = Extract<CheckedPreset, { readonly ok: true }>

/** What is said of the workflow beside its graph. */
export interface PresetFacts {
  readonly preset_info: PresetInfo
  readonly default_locale: string
  readonly has_multiple_outcomes: boolean
  readonly theme: PresetTheme | null
  readonly metadata: JsonObject
  readonly required_resources: RequiredResources
}

export function factsOf({ preset_info, workflow, required_resources, metadata }: Preset): PresetFacts {
  const { default_locale, has_multiple_outcomes, theme } = workflow
  return { preset_info, default_locale, has_multiple_outcomes, theme, metadata, required_resources }
}

const needKey = ({ resource_type, name, unit }: Need): string =>
  JSON.stringify([resource_type, name.trim().toLowerCase(), unit])

const needOf = ({ resource_type, name, unit }: StepResource): Need => ({ resource_type, name: name ?? '', unit })

/** No workshop buys more kinds of things for one workflow; those beyond stay unlinked. */
const mostNeeds = 2000

/** What the steps need, each thing once. */
export function needsOf({ steps }: WorkflowDefinition): readonly Need[] {
  const needs = new Map<string, Need>()
  for (const resource of steps.flatMap(step => step.resources)) {
    const need = needOf(resource)
    if (needs.size < mostNeeds && !needs.has(needKey(need))) needs.set(needKey(need), need)
  }
  return [...needs.values()]
}

/** What a need was found to be: the id in the workshop's own list. */
export interface Link extends Need {
  readonly id: number
}

const linkFields = { material: 'dynamic_material_id', tool: 'tool_id', documentation: 'documentation_id' } as const

function linked(definition: WorkflowDefinition, links: readonly Link[]): WorkflowDefinition {
  if (links.length === 0) return definition
  const ids = new Map(links.map(link => [needKey(link), link.id]))
  const link = (resource: StepResource): StepResource => {
    const id = ids.get(needKey(needOf(resource)))
    return id === undefined ? resource : { ...resource, [linkFields[resource.resource_type]]: id }
  }
  return { ...definition, steps: definition.steps.map(step => ({ ...step, resources: step.resources.map(link) })) }
}

/** Everything that writing an imported workflow takes, so that writing is all that is left. */
export interface PreparedImport {
  readonly definition: PreparedDefinition
  /** The texts in other languages; those of the workflow itself have the id 0. */
  readonly translations: Readonly<Record<string, readonly BoundText[]>>
}

/** Gives a checked preset its ids and links, and works out the rows. */
export function prepareImport(checked: Importable, ids: PartIds, links: readonly Link[]): PreparedImport {
  const { workflow, preset_info } = checked.preset
  const definition = linked(copyDefinition(checked.definition, takeFrom(ids)), links)
  const words = { id: 0, name: preset_info.name, description: preset_info.description }
  const units = textUnits(words, definition)
  const translations = Object.entries(importedTranslations(workflow, definition)).map(([locale, document]) => {
    const { texts } = bindDocument(units, document, { translation: new Map(), confirm: false })
    return [normalLocale(locale), texts] as const
  })
  return { definition: prepareDefinition(definition), translations: Object.fromEntries(translations) }
}
