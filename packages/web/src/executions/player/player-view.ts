import { pathOf, type PathReason } from '@hidesync/domain/executions/path'
import { progressOf, type ProgressView } from '@hidesync/domain/executions/progress'
import type { ExecutionState, StepStatus } from '@hidesync/domain/executions/state'
import { isSamePass, passOf } from '@hidesync/domain/executions/step-pass'
import type { StepPass } from '@hidesync/domain/executions/step-row-changes'
import { availableSteps, waitingSteps } from '@hidesync/domain/executions/view'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'

export type PathLook = StepStatus | 'current' | 'waiting'

export interface PathStep {
  readonly id: number
  /** Place in the whole workflow, from 1. */
  readonly number: number
  readonly name: string
  readonly isMilestone: boolean
  readonly look: PathLook
  readonly iteration: number
  /** Why it was passed over or ruled out, as a sentence. */
  readonly reason: string | null
}

/** A step that can be worked on now, or will be by itself. */
export interface Lane {
  readonly id: number
  readonly name: string
  readonly kind: 'active' | 'ready' | 'waiting'
  /** Epoch milliseconds. */
  readonly notBefore: number | null
}

/** What the player shows of a state at a moment; everything in it is the engine's word. */
export interface PlayerView {
  readonly state: ExecutionState
  /** The moment that it is a view of; epoch milliseconds. */
  readonly at: number
  readonly progress: ProgressView
  readonly path: readonly PathStep[]
  readonly lanes: readonly Lane[]
  /** The lane in view; null while nothing can be done but wait. */
  readonly current: Lane | null
}

interface Looking {
  /** Epoch milliseconds. */
  readonly at: number
  /** The pass of a step that somebody is asked about: they stay with it as long as it can be worked on. */
  readonly stay: StepPass | null
}

export function playerView(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  { at, stay }: Looking,
  explain: (reason: PathReason) => string,
): PlayerView {
  const nameOf = (id: number) => workflow.step(id)?.name ?? ''
  const available = availableSteps(workflow, state, at)
  const waiting = waitingSteps(workflow, state, at)
  const lanes: Lane[] = [
    ...available.map((id): Lane => {
      const kind = state.open[String(id)]?.started_at === undefined ? 'ready' : 'active'
      return { id, name: nameOf(id), kind, notBefore: null }
    }),
    ...waiting.map((step): Lane => ({
      id: step.step_id,
      name: nameOf(step.step_id),
      kind: 'waiting',
      notBefore: step.not_before,
    })),
  ]
  const waitingIds = new Set(waiting.map(step => step.step_id))
  // The run may look at a step that still waits: then what can be worked on comes first.
  const workable = lanes.filter(lane => lane.kind !== 'waiting')
  const current =
    workable.find(lane => isSamePass(stay, passOf(state, lane.id))) ??
    workable.find(lane => lane.id === state.current_step_id) ??
    workable.find(lane => lane.kind === 'active') ??
    workable[0] ??
    null
  const path = pathOf(workflow, state, at).map((step, index): PathStep => {
    const look = step.step_id === current?.id ? 'current' : waitingIds.has(step.step_id) ? 'waiting' : step.status
    return {
      id: step.step_id,
      number: index + 1,
      name: nameOf(step.step_id),
      isMilestone: workflow.step(step.step_id)?.is_milestone ?? false,
      look,
      iteration: step.iteration,
      reason: step.reason === null ? null : explain(step.reason),
    }
  })
  return { state, at, progress: progressOf(workflow, state, at), path, lanes, current }
}

/** The step before or after one on the path; null at its ends. */
export function neighbour(path: readonly PathStep[], stepId: number | null, by: 1 | -1): number | null {
  const at = path.findIndex(({ id }) => id === stepId)
  return at < 0 ? null : (path[at + by]?.id ?? null)
}
