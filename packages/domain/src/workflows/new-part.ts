import type { JsonObject, JsonValue } from './definition.ts'
import type { PartType } from './parts.ts'

const defaults: Record<PartType, (stated: JsonObject) => JsonObject> = {
  step: ({ step_type: type = 'instruction' }) => ({
    name: '',
    description: null,
    instructions: null,
    detailed_instructions: null,
    step_type: type,
    display_order: null,
    estimated_duration: null,
    parent_step_id: null,
    is_milestone: type === 'milestone',
    is_decision_point: type === 'decision',
    is_outcome: type === 'outcome',
    outcome_id: null,
    condition_logic: null,
    ui_position_x: null,
    ui_position_y: null,
    tips: [],
    warnings: [],
    scales_with_quantity: false,
  }),
  decision_option: () => ({ option_text: '', result_action: null, display_order: null, is_default: false }),
  resource: () => ({
    resource_type: 'material',
    name: null,
    dynamic_material_id: null,
    tool_id: null,
    documentation_id: null,
    quantity: null,
    unit: null,
    notes: null,
    is_optional: false,
  }),
  connection: () => ({
    source_step_id: 0,
    target_step_id: 0,
    connection_type: 'sequential',
    condition: null,
    display_order: null,
    is_default: false,
    max_iterations: null,
    min_lag: null,
    max_lag: null,
  }),
  outcome: () => ({ name: '', description: null, display_order: null, is_default: false, success_criteria: null }),
  path: () => ({
    name: '',
    description: null,
    is_default: false,
    difficulty_level: null,
    estimated_duration: null,
    steps: [],
  }),
}

/** Parts that always have a place among their siblings; connections have one only if their author says so. */
const placed: ReadonlySet<PartType> = new Set(['step', 'decision_option', 'outcome'])

/** All fields of a new part: those stated, and the defaults of the others; `place` for one that has to have a place. */
export function newPartFields(part: PartType, stated: JsonObject, place: number): JsonObject {
  const fields: Record<string, JsonValue> = { ...defaults[part](stated), ...stated }
  if (placed.has(part)) fields['display_order'] ??= place
  return fields
}
