import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { ExecutionState } from './state.ts'

/** The state before the first command, which has to be `start`. Steps that no way leads to are ruled out from the beginning. */
export function newExecution(workflow: CompiledWorkflow): ExecutionState {
  const unreachable = new Set(workflow.unreachable)
  return {
    status: 'active',
    sequence: 0,
    steps: workflow.steps.map(step => (unreachable.has(step.index) ? 'd' : 'p')).join(''),
    connections: workflow.connections.map(({ source }) => (unreachable.has(source) ? 'd' : 'u')).join(''),
    open: {},
    iterations: {},
    loops: {},
    settled_at: {},
    current_step_id: null,
    variables: {},
    selected_outcome_id: null,
    named_outcome_id: null,
    reached_outcome_id: null,
    started_at: null,
    ended_at: null,
    paused_at: null,
    paused_total: 0,
    failure_reason: null,
    lost_steps: 0,
    undo_head: null,
    counts: { done: 0, failed: 0, dead: unreachable.size },
  }
}
