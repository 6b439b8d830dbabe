import type { Durations } from '../insights/durations.ts'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { deciding } from './deciding.ts'
import { expectFrom, likelyNext, likelyOption, optionNext } from './expectation.ts'
import type { ExecutionState } from './state.ts'

/** What choosing an option means. */
export interface OptionConsequence {
  readonly option_id: number
  /** The first step that it leads to; null: none, or its way back is used up. */
  readonly next_step_id: number | null
  /** Expected minutes of everything that would follow, the decision itself left out. */
  readonly minutes: number
  /** The outcome that it leads to, where that can be told. */
  readonly outcome_id: number | null
}

/** For each option of a decision, in their order, where it would lead; empty for any other step. */
export function optionConsequences(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  stepId: number,
  durations: Durations = estimatedDurations(workflow),
): OptionConsequence[] {
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return []
  return step.options.map(option => {
    const onward = optionNext(workflow, state, step, option)
    const expected = expectFrom(workflow, state, { ...onward, durations })
    return {
      option_id: option.definition.id,
      next_step_id: workflow.steps[onward.targets[0] ?? -1]?.id ?? null,
      minutes: expected.range.p50,
      outcome_id:
        state.reached_outcome_id ??
        expected.outcome_id ??
        option.action.complete_with_outcome ??
        state.named_outcome_id,
    }
  })
}

/**
 * Ids of the steps that would open if this one were completed now, by display order: exact for an open step (empty where others
 * are still awaited), likely for any other. A decision is taken to go by its default.
 */
export function whatFollows(workflow: CompiledWorkflow, state: ExecutionState, stepId: number, at: number): number[] {
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return []
  const option = likelyOption(step)
  const { draft, flow } = deciding(workflow, state, { at })
  if (draft.open(step.index) === undefined) {
    const { targets } = likelyNext(workflow, step, option, state.variables)
    return targets.flatMap(index => workflow.steps[index]?.id ?? [])
  }
  flow.settle(step.index, { how: 'completed', to: {}, option })
  return [...new Set(flow.opened)]
    .filter(index => draft.open(index) !== undefined)
    .toSorted((one, other) => one - other)
    .flatMap(index => workflow.steps[index]?.id ?? [])
}
