import type { ConnectionDefinition, StepDefinition } from '@hidesync/domain/workflows/definition'
import { sampleWorkflows, type FakeWorkflow } from './fake-api/samples.ts'

type Step = Pick<StepDefinition, 'id' | 'name'> & Partial<StepDefinition>
type Way = Pick<ConnectionDefinition, 'source_step_id' | 'target_step_id'> & Partial<ConnectionDefinition>

/** A workflow of a few steps for one question; what is not stated is empty. */
export function smallWorkflow(steps: readonly Step[], ways: readonly Way[]): FakeWorkflow {
  const [sample] = sampleWorkflows()
  if (sample === undefined) throw new Error('There are no samples.')
  const plain = (step: Step, index: number): StepDefinition => ({
    description: null,
    instructions: `How to do ${step.name}.`,
    detailed_instructions: null,
    step_type: 'instruction',
    display_order: index + 1,
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
    ...step,
  })
  const sequential = (way: Way, index: number): ConnectionDefinition => ({
    id: index + 1,
    connection_type: 'sequential',
    condition: null,
    display_order: index + 1,
    is_default: false,
    max_iterations: null,
    min_lag: null,
    max_lag: null,
    ...way,
  })
  return {
    ...sample,
    id: 1,
    name: 'Small project',
    step_count: steps.length,
    steps: structuredClone(steps.map(plain)) as FakeWorkflow['steps'],
    connections: structuredClone(ways.map(sequential)),
    outcomes: [],
  }
}
