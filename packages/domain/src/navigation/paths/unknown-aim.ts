import type { Refusal } from '../../executions/refusal.ts'
import { choiceNotFound, outcomeNotFound } from '../../executions/refusals.ts'
import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import type { PathRequest } from './path.ts'

/** What a search for a path names although the workflow has no such thing, and in which field; null: it has all. */
export function unknownAim(
  workflow: CompiledWorkflow,
  { target_outcome_id = null, what_if }: Pick<PathRequest, 'target_outcome_id' | 'what_if'>,
): { readonly field: 'target_outcome_id' | 'options'; readonly refusal: Refusal } | null {
  if (target_outcome_id !== null && !workflow.outcomeIds.has(target_outcome_id))
    return { field: 'target_outcome_id', refusal: outcomeNotFound(target_outcome_id) }
  const known = new Set(workflow.steps.flatMap(({ options }) => options.map(({ definition }) => definition.id)))
  const unknown = what_if?.options?.find(id => !known.has(id))
  return unknown === undefined ? null : { field: 'options', refusal: choiceNotFound(unknown) }
}
