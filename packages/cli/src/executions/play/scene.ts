import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { CommandType } from '@hidesync/domain/executions/command-type'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import { availableCommands, availableSteps } from '@hidesync/domain/executions/view'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { type SceneAction, sceneActions } from './scene-actions.ts'
import { type SceneStep, sceneStep } from './scene-step.ts'

/** All that there is to know about a moment of a run: what is shown, and what can be said. */
export interface Scene {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly state: ExecutionState
  /** Epoch milliseconds. */
  readonly at: number
  readonly steps: readonly SceneStep[]
  /** The step in view. */
  readonly step: SceneStep | null
  /** Exactly what the engine would accept now, as the numbered list. */
  readonly actions: readonly SceneAction[]
}

export function sceneOf(workflow: CompiledWorkflow, execution: Execution, at: number): Scene {
  const { state } = execution
  const steps = workflow.steps.map(compiled => sceneStep(workflow, state, compiled, at))
  const step = steps.find(({ id }) => id === state.current_step_id) ?? null
  const open = new Set(availableSteps(workflow, state, at))
  const others = steps.filter(each => open.has(each.id) && each.id !== step?.id)
  const allowed = new Set<CommandType>(availableCommands(workflow, state, at))
  const actions = sceneActions({
    workflow,
    state,
    at,
    step,
    isOpen: step !== null && open.has(step.id),
    others,
    allowed,
  })
  return { execution, workflow, state, at, steps, step, actions }
}

/** The open steps beside the one in view, and those that wait for their time. */
export function elsewhere({ steps, step }: Scene): readonly SceneStep[] {
  return steps.filter(
    ({ id, status, until }) =>
      id !== step?.id && (status === 'ready' || status === 'active' || (status === 'pending' && until !== null)),
  )
}
