import type { CompiledWorkflow } from '../workflows/compiled.ts'
import { Foresight, likelyOption, type Standpoint } from './ahead/expectation.ts'
import { deciding } from './deciding.ts'
import type { ExecutionState } from './state.ts'
import { waysOn } from './ways.ts'

/** What choosing an option means. */
export interface OptionConsequence {
  readonly option_id: number
  /** The first step that it leads to; null: none, or its way back is used up. */
  readonly next_step_id: number | null
  /** Expected minutes of work that would be left: what `progressOf` tells once it is chosen. */
  readonly minutes: number
  /** The outcome that it leads to, where that can be told. */
  readonly outcome_id: number | null
}

/** For each option of a decision, in their order, where it would lead; empty for any other step. */
export function optionConsequences(standpoint: Standpoint, stepId: number): OptionConsequence[] {
  const { workflow } = standpoint
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return []
  return step.options.map(option => {
    const foresight = new Foresight(standpoint)
    const next = workflow.steps[foresight.choose(step, option) ?? -1]?.id ?? null
    const { work, outcome_id } = foresight.rest()
    return { option_id: option.definition.id, next_step_id: next, minutes: work.p50, outcome_id }
  })
}

/**
 * Ids of the steps that would open if this one were completed now, by display order: exact for an open step (empty where others
 * are still awaited), likely for any other. A decision is taken to go by what is likely.
 */
export function whatFollows(workflow: CompiledWorkflow, state: ExecutionState, stepId: number, at: number): number[] {
  const step = workflow.compiledStep(stepId)
  if (step === undefined) return []
  const { draft, flow } = deciding(workflow, state, { at })
  const option = likelyOption(step.options)
  const ids = (indexes: Iterable<number>) => [...new Set(indexes)].flatMap(index => workflow.steps[index]?.id ?? [])
  if (draft.open(step.index) === undefined) return ids(waysOn(workflow, step, option, state.variables))
  flow.settle(step.index, { how: 'completed', to: {}, option })
  return ids(flow.opened.filter(index => draft.open(index) !== undefined).toSorted((one, other) => one - other))
}
