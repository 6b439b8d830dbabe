import type {
  ConnectionDefinition,
  DecisionOption,
  JsonValue,
  OutcomeDefinition,
  PathDefinition,
  StepDefinition,
  StepResource,
  WorkflowDefinition,
} from '@hidesync/domain/workflows/definition'
import { createHash } from 'node:crypto'

/** JSON that people wrote keeps its meaning whatever the order of its keys: sorted, so that equal content has one hash. */
function sorted<T extends JsonValue>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted) as unknown as T
  const entries = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child as JsonValue)])) as T
}

const resource = (r: StepResource): StepResource => ({
  id: r.id,
  resource_type: r.resource_type,
  name: r.name,
  dynamic_material_id: r.dynamic_material_id,
  tool_id: r.tool_id,
  documentation_id: r.documentation_id,
  quantity: r.quantity,
  unit: r.unit,
  notes: r.notes,
  is_optional: r.is_optional,
})

const option = (o: DecisionOption): DecisionOption => ({
  id: o.id,
  option_text: o.option_text,
  result_action: sorted(o.result_action),
  display_order: o.display_order,
  is_default: o.is_default,
})

const step = (s: StepDefinition): StepDefinition => ({
  id: s.id,
  name: s.name,
  description: s.description,
  instructions: s.instructions,
  detailed_instructions: s.detailed_instructions,
  step_type: s.step_type,
  display_order: s.display_order,
  estimated_duration: s.estimated_duration,
  parent_step_id: s.parent_step_id,
  is_milestone: s.is_milestone,
  is_decision_point: s.is_decision_point,
  is_outcome: s.is_outcome,
  outcome_id: s.outcome_id,
  condition_logic: sorted(s.condition_logic),
  ui_position_x: s.ui_position_x,
  ui_position_y: s.ui_position_y,
  tips: s.tips,
  warnings: s.warnings,
  scales_with_quantity: s.scales_with_quantity,
  resources: s.resources.map(resource),
  decision_options: s.decision_options.map(option),
})

const connection = (c: ConnectionDefinition): ConnectionDefinition => ({
  id: c.id,
  source_step_id: c.source_step_id,
  target_step_id: c.target_step_id,
  connection_type: c.connection_type,
  condition: sorted(c.condition),
  display_order: c.display_order,
  is_default: c.is_default,
  max_iterations: c.max_iterations,
  min_lag: c.min_lag,
  max_lag: c.max_lag,
})

const outcome = (o: OutcomeDefinition): OutcomeDefinition => ({
  id: o.id,
  name: o.name,
  description: o.description,
  display_order: o.display_order,
  is_default: o.is_default,
  success_criteria: sorted(o.success_criteria),
})

const path = (p: PathDefinition): PathDefinition => ({
  id: p.id,
  name: p.name,
  description: p.description,
  is_default: p.is_default,
  difficulty_level: p.difficulty_level,
  estimated_duration: p.estimated_duration,
  steps: p.steps.map(({ step_id, step_order, is_optional, skip_condition }) => ({
    step_id,
    step_order,
    is_optional,
    skip_condition: sorted(skip_condition),
  })),
})

export interface WorkflowContent {
  /** Canonical JSON of `{steps, connections, outcomes, paths}`: equal definitions have equal text. */
  readonly content: string
  /** SHA-256 of it, in hex. */
  readonly content_hash: string
}

/** The text under which a definition is stored, and its address. */
export function contentOf(definition: WorkflowDefinition): WorkflowContent {
  const content = JSON.stringify({
    // Where there are none they are left out, so that content from before there were paths keeps its address.
    ...(definition.paths.length === 0 ? {} : { paths: definition.paths.map(path) }),
    steps: definition.steps.map(step),
    connections: definition.connections.map(connection),
    outcomes: definition.outcomes.map(outcome),
  })
  return { content, content_hash: createHash('sha256').update(content).digest('hex') }
}
