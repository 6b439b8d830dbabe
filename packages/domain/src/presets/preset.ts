/**
 * A workflow as a file that people pass on. Ids are local to the file: numbers or short texts, `2` and `"2"` being the same.
 * These are the types after reading: what the file leaves out is null, empty or its default.
 */
import type { ColorScheme, IconSet } from '../themes/color-scheme.ts'
import type {
  ConnectionType,
  DifficultyLevel,
  JsonObject,
  JsonSource,
  JsonValue,
  ResourceType,
} from '../workflows/definition.ts'
import type { PartTranslations } from './part-translations.ts'

export const exportFormatVersion = '1.0'

export type LocalId = number | string

export interface PresetInfo {
  readonly name: string
  readonly description: string | null
  readonly difficulty: DifficultyLevel | null
  /** Minutes. */
  readonly estimated_time: number | null
  readonly tags: readonly string[]
  readonly category: string | null
}

export interface PresetResource {
  /** Only what is translated has to carry one. */
  readonly id: LocalId | null
  readonly resource_type: ResourceType
  readonly name: string
  readonly quantity: number | null
  readonly unit: string | null
  readonly is_optional: boolean
  readonly notes: string | null
}

export interface PresetOption {
  /** Only what is translated has to carry one. */
  readonly id: LocalId | null
  readonly option_text: string
  /** `goto_step` and `complete_with_outcome` name local ids. */
  readonly result_action: JsonSource | null
  readonly display_order: number
  readonly is_default: boolean
}

export interface PresetStep {
  readonly id: LocalId
  readonly name: string
  readonly description: string | null
  readonly instructions: string | null
  readonly detailed_instructions: string | null
  readonly step_type: string
  readonly display_order: number
  readonly estimated_duration: number | null
  readonly parent_step: LocalId | null
  readonly is_milestone: boolean
  readonly is_decision_point: boolean
  readonly is_outcome: boolean
  /** Local id or name of an outcome. */
  readonly outcome: LocalId | null
  readonly condition_logic: JsonSource | null
  readonly ui_position_x: number | null
  readonly ui_position_y: number | null
  readonly tips: readonly string[]
  readonly warnings: readonly string[]
  readonly scales_with_quantity: boolean
  readonly resources: readonly PresetResource[]
  readonly decision_options: readonly PresetOption[]
}

export interface PresetConnection {
  readonly source_step: LocalId
  readonly target_step: LocalId
  readonly connection_type: ConnectionType
  readonly condition: JsonSource | null
  readonly display_order: number | null
  readonly is_default: boolean
  readonly max_iterations: number | null
  readonly min_lag: number | null
  readonly max_lag: number | null
}

export interface PresetOutcome {
  readonly id: LocalId | null
  readonly name: string
  readonly description: string | null
  readonly display_order: number
  readonly is_default: boolean
  readonly success_criteria: JsonValue
}

export interface PresetPathStep {
  readonly step: LocalId
  readonly step_order: number
  readonly is_optional: boolean
  readonly skip_condition: JsonSource | null
}

export interface PresetPath {
  /** Only what is translated has to carry one. */
  readonly id: LocalId | null
  readonly name: string
  readonly description: string | null
  readonly is_default: boolean
  readonly difficulty_level: DifficultyLevel | null
  readonly estimated_duration: number | null
  readonly steps: readonly PresetPathStep[]
}

/** Colours and icons that go with the workflow. */
export interface PresetTheme {
  readonly name: string
  readonly description: string | null
  readonly color_scheme: ColorScheme
  readonly icon_set: IconSet
}

export interface PresetWorkflow {
  readonly name: string | null
  /** That of `preset_info`, which is the workflow's; only where that one is blank, the one written here. */
  readonly description: string | null
  readonly default_locale: string
  readonly has_multiple_outcomes: boolean
  readonly steps: readonly PresetStep[]
  readonly connections: readonly PresetConnection[]
  readonly outcomes: readonly PresetOutcome[]
  readonly paths: readonly PresetPath[]
  /** By language, without the default one, whose texts stand in the parts themselves. */
  readonly translations: PartTranslations
  readonly theme: PresetTheme | null
}

/** One line of the list of what a project needs as a whole. */
export interface RequiredResource {
  readonly name: string
  readonly quantity: number | null
  readonly unit: string | null
  readonly is_optional: boolean
  readonly notes: string | null
}

export type ResourceSection = 'materials' | 'tools' | 'documentation'
export type RequiredResources = Readonly<Record<ResourceSection, readonly RequiredResource[]>>

export interface Preset {
  readonly preset_info: PresetInfo
  readonly workflow: PresetWorkflow
  readonly required_resources: RequiredResources
  /** Whatever its author put there: kept, and exported again. */
  readonly metadata: JsonObject
}

/** One thing to mend in a preset: where (JSON pointer into the file), a stable code, and a sentence for a person. */
export interface PresetFinding {
  readonly path: string
  readonly code: string
  readonly message: string
}
