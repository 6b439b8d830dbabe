import { optionConsequences, whatFollows } from '@hidesync/domain/executions/outlook'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { sayMinutes } from '../../terminal/words.ts'

const quoted = (names: readonly string[]): string => names.map(name => `“${name}”`).join(' and ')

/** What follows if a step is completed now: “next is …”, or that this is the end; null where others are awaited first. */
export function whatComesNext(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  stepId: number,
  at: number,
): string | null {
  const names = whatFollows(workflow, state, stepId, at).flatMap(id => workflow.step(id)?.name ?? [])
  if (names.length > 0) return `next ${names.length === 1 ? 'is' : 'are'} ${quoted(names)}`
  return Object.keys(state.open).length <= 1 ? 'that ends the run' : null
}

/** For each option of a decision what choosing it means: the next step, the time, the outcome. */
export function consequenceLines(
  workflow: CompiledWorkflow,
  state: ExecutionState,
  step: CompiledStep,
): ReadonlyMap<number, string> {
  const outcomes = new Map(workflow.definition.outcomes.map(({ id, name }) => [id, name]))
  return new Map(
    optionConsequences(workflow, state, step.id).map(({ option_id, next_step_id, minutes, outcome_id }) => {
      const next = workflow.step(next_step_id)?.name
      const outcome = outcome_id === null ? undefined : outcomes.get(outcome_id)
      const parts = [
        ...(next === undefined ? [] : [`next: ${next}`]),
        ...(minutes > 0 ? [`about ${sayMinutes(minutes)} to go`] : []),
        ...(outcome === undefined ? [] : [`leads to ${outcome}`]),
      ]
      return [option_id, parts.join(' · ')]
    }),
  )
}
