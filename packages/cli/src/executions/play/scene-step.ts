import type { ExecutionState, StepStatus } from '@hidesync/domain/executions/state'
import { stepStatus, stepTiming } from '@hidesync/domain/executions/view'
import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'

/** A step as people meet it: with its number, from 1. Times are epoch milliseconds. */
export interface SceneStep {
  readonly id: number
  readonly number: number
  readonly name: string
  readonly status: StepStatus
  readonly compiled: CompiledStep
  /** When it may be completed without an override, where that is not now: the end of a timer that runs, or of a lag. */
  readonly until: number | null
  /** Until when it should be done. */
  readonly deadline: number | null
}

/** A step as it is at one moment. A timer that was not started has no end. */
export function sceneStep(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  compiled: CompiledStep,
  at: number,
): SceneStep {
  const { id, definition, index } = compiled
  const status = stepStatus(workflow, state, id, at)
  const timing = stepTiming(workflow, state, id, at)
  const runs = timing !== null && timing.wait > 0 && (status === 'active' || status === 'pending')
  return {
    id,
    number: index + 1,
    name: definition.name,
    status,
    compiled,
    until: runs ? at + timing.wait * 60_000 : null,
    deadline: timing?.deadline ?? null,
  }
}
