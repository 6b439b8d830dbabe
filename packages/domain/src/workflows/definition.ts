/**
 * The content of a workflow: what a revision freezes and what an execution follows.
 * Field names are those of the HTTP contract and of the tables, so that nothing is renamed on its way from disk to screen.
 * Durations are minutes (0 to 86,400, fractions allowed). `null` means "not stated".
 */

export const builtInStepTypes = [
  'instruction',
  'material',
  'tool',
  'time',
  'decision',
  'milestone',
  'outcome',
  'quality_check',
  'documentation',
] as const
export type BuiltInStepType = (typeof builtInStepTypes)[number]

export const connectionTypes = ['sequential', 'conditional', 'parallel', 'choice', 'fallback', 'loop'] as const
export type ConnectionType = (typeof connectionTypes)[number]

export const workflowStatuses = ['draft', 'active', 'published', 'deprecated', 'archived'] as const
export type WorkflowStatus = (typeof workflowStatuses)[number]

export const difficultyLevels = ['beginner', 'intermediate', 'advanced', 'expert'] as const
export type DifficultyLevel = (typeof difficultyLevels)[number]

export const visibilities = ['private', 'shared', 'public'] as const
export type Visibility = (typeof visibilities)[number]

export const resourceTypes = ['material', 'tool', 'documentation'] as const
export type ResourceType = (typeof resourceTypes)[number]

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** A condition or an action as its author wrote it: an object, or JSON text that holds one. Read back unchanged. */
export type JsonSource = JsonObject | string

export interface StepResource {
  readonly id: number
  readonly resource_type: ResourceType
  readonly name: string | null
  readonly dynamic_material_id: number | null
  readonly tool_id: number | null
  readonly documentation_id: number | null
  readonly quantity: number | null
  readonly unit: string | null
  readonly notes: string | null
  readonly is_optional: boolean
}

export interface DecisionOption {
  readonly id: number
  readonly option_text: string
  readonly result_action: JsonSource | null
  readonly display_order: number
  readonly is_default: boolean
}

export interface StepDefinition {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly instructions: string | null
  readonly detailed_instructions: string | null
  /** A built-in type, or the code of a custom one; an unknown code behaves as `instruction`. */
  readonly step_type: string
  readonly display_order: number
  readonly estimated_duration: number | null
  readonly parent_step_id: number | null
  readonly is_milestone: boolean
  readonly is_decision_point: boolean
  readonly is_outcome: boolean
  /** The outcome that an outcome step reaches; without one it is the outcome of the same name, else the default. */
  readonly outcome_id: number | null
  readonly condition_logic: JsonSource | null
  readonly ui_position_x: number | null
  readonly ui_position_y: number | null
  readonly tips: readonly string[]
  readonly warnings: readonly string[]
  readonly scales_with_quantity: boolean
  readonly resources: readonly StepResource[]
  readonly decision_options: readonly DecisionOption[]
}

export interface ConnectionDefinition {
  readonly id: number
  readonly source_step_id: number
  readonly target_step_id: number
  readonly connection_type: ConnectionType
  readonly condition: JsonSource | null
  /** Absent: the order of the file or of creation counts. */
  readonly display_order: number | null
  readonly is_default: boolean
  /** How many runs of a loop's body there may be; 10 unless stated. */
  readonly max_iterations: number | null
  /** Minutes since the source settled. */
  readonly min_lag: number | null
  readonly max_lag: number | null
}

export interface OutcomeDefinition {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly display_order: number
  readonly is_default: boolean
  readonly success_criteria: JsonValue
}

export interface PathStep {
  readonly step_id: number
  readonly step_order: number
  readonly is_optional: boolean
  /** Where it holds, the path leaves the step out. */
  readonly skip_condition: JsonSource | null
}

/** A way through the workflow that its author recommends by name. */
export interface PathDefinition {
  readonly id: number
  readonly name: string
  readonly description: string | null
  readonly is_default: boolean
  readonly difficulty_level: DifficultyLevel | null
  readonly estimated_duration: number | null
  /** By `step_order`. */
  readonly steps: readonly PathStep[]
}

export interface WorkflowDefinition {
  readonly steps: readonly StepDefinition[]
  readonly connections: readonly ConnectionDefinition[]
  readonly outcomes: readonly OutcomeDefinition[]
  readonly paths: readonly PathDefinition[]
}

export const emptyDefinition: WorkflowDefinition = { steps: [], connections: [], outcomes: [], paths: [] }
