import type {
  ConnectionDefinition,
  DecisionOption,
  JsonValue,
  OutcomeDefinition,
  StepDefinition,
  StepResource,
  WorkflowDefinition,
} from '../workflows/definition.ts'

type Partially<T> = Partial<T>

/** A step with everything unstated but its id; its name is `Step <id>`. */
export const aStep = (id: number, changes: Partially<StepDefinition> = {}): StepDefinition => ({
  id,
  name: `Step ${id}`,
  description: null,
  instructions: 'Do it.',
  detailed_instructions: null,
  step_type: 'instruction',
  display_order: id,
  estimated_duration: 10,
  parent_step_id: null,
  is_milestone: false,
  is_decision_point: false,
  is_outcome: false,
  outcome_id: null,
  condition_logic: null,
  ui_position_x: null,
  ui_position_y: null,
  tips: [],
  warnings: [],
  scales_with_quantity: false,
  resources: [],
  decision_options: [],
  ...changes,
})

export const anOption = (id: number, changes: Partially<DecisionOption> = {}): DecisionOption => ({
  id,
  option_text: `Option ${id}`,
  result_action: null,
  display_order: id,
  is_default: false,
  ...changes,
})

/** A tool that a step needs: the same one under any id. */
export const aTool = (id: number): StepResource => ({
  id,
  resource_type: 'tool',
  name: 'Bar Clamp',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: 1,
  unit: 'piece',
  notes: null,
  is_optional: false,
})

/** A decision whose options are given by their changes, numbered `<id>1`, `<id>2`, …. */
export const aDecision = (
  id: number,
  options: readonly Partially<DecisionOption>[],
  changes: Partially<StepDefinition> = {},
): StepDefinition =>
  aStep(id, {
    step_type: 'decision',
    is_decision_point: true,
    decision_options: options.map((option, index) => anOption(id * 10 + index + 1, option)),
    ...changes,
  })

/** What makes an option lead to a step. */
export const goto = (step: number, changes: Partially<DecisionOption> = {}) => ({
  result_action: { goto_step: step },
  ...changes,
})

/** What makes an option set a variable. */
export const sets = (name: string, value: JsonValue, changes: Partially<DecisionOption> = {}) => ({
  result_action: { set_variable: { [name]: value } },
  ...changes,
})

/** A connection from one step to another; its id is `<source>0<target>` unless stated. */
export const aConnection = (
  source: number,
  target: number,
  changes: Partially<ConnectionDefinition> = {},
): ConnectionDefinition => ({
  id: Number(`${source}0${target}`),
  source_step_id: source,
  target_step_id: target,
  connection_type: 'sequential',
  condition: null,
  display_order: null,
  is_default: false,
  max_iterations: null,
  min_lag: null,
  max_lag: null,
  ...changes,
})

/** What makes a connection one of this type. */
export const as = (
  connection_type: ConnectionDefinition['connection_type'],
  more: Partially<ConnectionDefinition> = {},
) => ({ connection_type, ...more })

export const anOutcome = (id: number, changes: Partially<OutcomeDefinition> = {}): OutcomeDefinition => ({
  id,
  name: `Outcome ${id}`,
  description: null,
  display_order: id,
  is_default: false,
  success_criteria: ['It is done.'],
  ...changes,
})

/** A step that reaches an outcome. */
export const anOutcomeStep = (id: number, outcome_id = 1): StepDefinition => aStep(id, { is_outcome: true, outcome_id })

/** Steps joined by the given connections. */
export const aWorkflow = (
  steps: readonly StepDefinition[],
  connections: readonly ConnectionDefinition[] = [],
  outcomes: readonly OutcomeDefinition[] = [],
): WorkflowDefinition => ({ steps, connections, outcomes, paths: [] })

/** Steps 1 to `length`, one after another. */
export const aChain = (length: number): WorkflowDefinition => {
  const ids = Array.from({ length }, (_, index) => index + 1)
  return aWorkflow(
    ids.map(id => aStep(id)),
    ids.slice(1).map(id => aConnection(id - 1, id, { id })),
  )
}
