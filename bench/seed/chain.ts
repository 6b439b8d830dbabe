import type {
  ConnectionDefinition,
  OutcomeDefinition,
  StepDefinition,
  StepResource,
  WorkflowDefinition,
} from '@hidesync/domain/workflows/definition'

/** Ids for the parts, as many as `partsOf` says. */
export interface ChainIds {
  readonly steps: readonly number[]
  readonly connections: readonly number[]
  readonly resources: readonly number[]
  readonly outcome: number
}

export const partsOf = (length: number) => ({ steps: length, connections: length - 1, resources: length })

const kinds = ['instruction', 'material', 'tool', 'documentation', 'milestone'] as const

const resource = (id: number, order: number): StepResource => ({
  id,
  resource_type: order % 2 === 0 ? 'material' : 'tool',
  name: order % 2 === 0 ? 'Vegetable tanned leather, 2 mm' : 'Stitching awl with a diamond blade',
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: order % 2 === 0 ? 0.5 : 1,
  unit: order % 2 === 0 ? 'sq_ft' : 'piece',
  notes: null,
  is_optional: false,
})

const step = (order: number, length: number, ids: ChainIds): StepDefinition => {
  const last = order === length - 1
  return {
    id: ids.steps[order] ?? 0,
    name: last ? 'The finished piece' : `Work on part ${order + 1}`,
    description: 'What this part is for, and how one sees that it is done well.',
    instructions:
      'Lay the part grain side up on the mat. Mark the line with the wing divider, 4 mm from the edge, along all sides that will be sewn; ' +
      'go over it once more where the leather is soft. Punch with the iron upright, and let the first tooth follow in the last hole.',
    detailed_instructions: null,
    step_type: last ? 'outcome' : (kinds[order % kinds.length] ?? 'instruction'),
    display_order: order + 1,
    estimated_duration: 15,
    parent_step_id: null,
    is_milestone: order % kinds.length === 4,
    is_decision_point: false,
    is_outcome: last,
    outcome_id: last ? ids.outcome : null,
    condition_logic: null,
    ui_position_x: 0,
    ui_position_y: order * 120,
    tips: ['A line that is pressed twice stays visible after dyeing.'],
    warnings: order % 3 === 0 ? ['Keep the other hand behind the blade.'] : [],
    scales_with_quantity: false,
    resources: [resource(ids.resources[order] ?? 0, order)],
    decision_options: [],
  }
}

const connection = (order: number, ids: ChainIds): ConnectionDefinition => ({
  id: ids.connections[order] ?? 0,
  source_step_id: ids.steps[order] ?? 0,
  target_step_id: ids.steps[order + 1] ?? 0,
  connection_type: 'sequential',
  condition: null,
  display_order: order,
  is_default: false,
  max_iterations: null,
  min_lag: null,
  max_lag: null,
})

/** A workflow of so many steps, one after the other, each with texts and a resource as a person would write them. */
export function chainOf(length: number, ids: ChainIds): WorkflowDefinition {
  const outcome: OutcomeDefinition = {
    id: ids.outcome,
    name: 'The finished piece',
    description: 'Sewn, dyed and polished.',
    display_order: 0,
    is_default: true,
    success_criteria: null,
  }
  return {
    steps: Array.from({ length }, (_, order) => step(order, length, ids)),
    connections: Array.from({ length: length - 1 }, (_, order) => connection(order, ids)),
    outcomes: [outcome],
    paths: [],
  }
}
