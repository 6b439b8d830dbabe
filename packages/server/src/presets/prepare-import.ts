import type { Need } from '@hidesync/domain/inventory/match-resources'
import type { CheckedPreset } from '@hidesync/domain/presets/check-preset'
import { copyDefinition } from '@hidesync/domain/presets/copy-definition'
import type { Preset, PresetInfo, PresetTheme } from '@hidesync/domain/presets/preset'
import { importedTranslations } from '@hidesync/domain/presets/translation-ids'
import { bindDocument, type BoundText } from '@hidesync/domain/translations/bind'
import { normalLocale } from '@hidesync/domain/translations/locale'
import { textUnits } from '@hidesync/domain/translations/text-unit'
import type { StepResource, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import { textRows, type TextRows } from '../translations/text-rows.ts'
import { takeFrom, type PartIds } from '../workflows/workflow-ids.ts'
import { prepareDefinition, type PreparedDefinition } from '../workflows/workflow-rows.ts'

export type Importable = Extract<CheckedPreset, { readonly ok: true }>

/** What is said of the workflow beside its graph. */
export interface PresetFacts {
  readonly preset_info: PresetInfo
  readonly default_locale: string
  readonly has_multiple_outcomes: boolean
  readonly theme: PresetTheme | null
  /** What else the file says, kept for the next export: JSON text, since it may be anything. */
  readonly metadata: string
}

export function factsOf({ preset_info, workflow, required_resources, metadata }: Preset): PresetFacts {
  const { default_locale, has_multiple_outcomes, theme } = workflow
  const kept = JSON.stringify({ preset: metadata, required_resources })
  return { preset_info, default_locale, has_multiple_outcomes, theme, metadata: kept }
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

/** The texts in one other language. */
interface PreparedTexts {
  /** Those of the workflow itself, which has no id yet. */
  readonly words: readonly BoundText[]
  readonly rows: TextRows
}

/** Everything that writing an imported workflow takes, so that writing is all that is left. */
export interface PreparedImport {
  readonly definition: PreparedDefinition
  readonly translations: Readonly<Record<string, PreparedTexts>>
}

/** Gives a checked preset its ids and links, and works out the rows. */
export function prepareImport(checked: Importable, ids: PartIds, links: readonly Link[]): PreparedImport {
  const { workflow, preset_info } = checked.preset
  const definition = linked(copyDefinition(checked.definition, takeFrom(ids)), links)
  const words = { id: 0, name: preset_info.name, description: preset_info.description }
  const units = textUnits(words, definition)
  const translations = Object.entries(importedTranslations(workflow, definition)).map(([locale, document]) => {
    const { texts } = bindDocument(units, document, { translation: new Map(), confirm: false })
    const isOwn = ({ part }: BoundText) => part === 'workflow'
    const rows = textRows(texts.filter(text => !isOwn(text)))
    return [normalLocale(locale), { words: texts.filter(isOwn), rows }] as const
  })
  return { definition: prepareDefinition(definition), translations: Object.fromEntries(translations) }
}
