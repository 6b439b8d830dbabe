import type { CompiledStep, CompiledWorkflow } from '../workflows/compiled.ts'
import { evaluate, variablesOf } from '../workflows/condition.ts'
import { connectionAt, stepAt } from './letters.ts'
import { stepsAfter, stepsBefore } from './loop-body.ts'
import type { ExecutionState, StepStatus } from './state.ts'
import { stepStatus } from './view.ts'

/** Why a step was passed over or ruled out, as far as the state tells. */
export type PathReason =
  /** Its own condition does not hold; the variables that it asks. */
  | { readonly code: 'condition'; readonly variables: readonly string[] }
  /** A person skipped it. */
  | { readonly code: 'skipped' }
  /** What was chosen or held at a step led elsewhere. */
  | { readonly code: 'other_way'; readonly step_id: number; readonly taken_step_ids: readonly number[] }
  /** The step that leads here failed. */
  | { readonly code: 'failed'; readonly step_id: number }

export interface PathStep {
  readonly step_id: number
  readonly status: StepStatus
  readonly iteration: number
  readonly is_current: boolean
  readonly reason: PathReason | null
}

const ruledOutBy = (workflow: CompiledWorkflow, state: ExecutionState, source: CompiledStep): PathReason => {
  if (stepAt(state.steps, source.index) === 'failed') return { code: 'failed', step_id: source.id }
  const taken = source.outgoing
    .filter(way => connectionAt(state.connections, way) === 'live')
    .flatMap(way => workflow.steps[workflow.connections[way]?.target ?? -1]?.id ?? [])
  return { code: 'other_way', step_id: source.id, taken_step_ids: taken }
}

/** A dead step died at the first of its ways whose source is not dead itself, or for the reason for which its source died. */
function deadReasons(workflow: CompiledWorkflow, state: ExecutionState): ReadonlyMap<number, PathReason> {
  const reasons = new Map<number, PathReason>()
  const isDead = (index: number) => stepAt(state.steps, index) === 'dead'
  for (const { index } of workflow.steps.filter(step => isDead(step.index))) {
    const source = workflow.steps[stepsBefore(workflow, index).find(one => !isDead(one)) ?? -1]
    if (source !== undefined) reasons.set(index, ruledOutBy(workflow, state, source))
  }
  for (const [index, reason] of reasons)
    for (const next of stepsAfter(workflow, index)) if (isDead(next) && !reasons.has(next)) reasons.set(next, reason)
  return reasons
}

/** Whether a step was passed over by its own condition: nobody was ever at it. */
export const isPassedOver = (step: CompiledStep, { steps, variables }: ExecutionState): boolean =>
  stepAt(steps, step.index) === 'skipped' && step.condition !== null && !evaluate(step.condition, variables)

function skipReason(step: CompiledStep, state: ExecutionState): PathReason {
  const { condition } = step
  return condition !== null && isPassedOver(step, state)
    ? { code: 'condition', variables: [...new Set(variablesOf(condition))] }
    : { code: 'skipped' }
}

/** All steps by display order, with what has become of each and, where that is known, why. */
export function pathOf(workflow: CompiledWorkflow, state: ExecutionState, at: number): PathStep[] {
  const dead = deadReasons(workflow, state)
  return workflow.steps.map(step => {
    const status = stepStatus(workflow, state, step.id, at)
    const reason = status === 'skipped' ? skipReason(step, state) : (dead.get(step.index) ?? null)
    return {
      step_id: step.id,
      status,
      iteration: state.iterations[String(step.id)] ?? 1,
      is_current: state.current_step_id === step.id,
      reason,
    }
  })
}
