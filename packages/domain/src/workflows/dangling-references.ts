import type { DecisionOption, JsonObject, WorkflowDefinition } from './definition.ts'
import { readJsonObject } from './json-source.ts'

type Known = { readonly steps: ReadonlySet<number>; readonly outcomes: ReadonlySet<number> }

/** The action without what names a part that is not there; null where nothing is left of it. */
function actionWithout(option: DecisionOption, known: Known): DecisionOption {
  const read = option.result_action === null ? null : readJsonObject(option.result_action)
  if (read === null || !read.ok) return option
  const action = read.value
  const gone = (field: string, ids: ReadonlySet<number>) => {
    const id = Object.hasOwn(action, field) ? action[field] : null
    return id !== null && id !== undefined && !ids.has(Number(id))
  }
  const dropped = [
    ...(gone('goto_step', known.steps) ? ['goto_step'] : []),
    ...(gone('complete_with_outcome', known.outcomes) ? ['complete_with_outcome'] : []),
  ]
  if (dropped.length === 0) return option
  const left = Object.entries(action).filter(([field]) => !dropped.includes(field))
  const result: JsonObject | null = left.length === 0 ? null : Object.fromEntries(left)
  const asText = typeof option.result_action === 'string' && result !== null
  return { ...option, result_action: asText ? JSON.stringify(result) : result }
}

/** The same workflow, in which nothing names a step or outcome that is not there. Unchanged parts stay the same objects. */
export function withoutDanglingReferences(definition: WorkflowDefinition): WorkflowDefinition {
  const known: Known = {
    steps: new Set(definition.steps.map(({ id }) => id)),
    outcomes: new Set(definition.outcomes.map(({ id }) => id)),
  }
  const orNull = (ids: ReadonlySet<number>, id: number | null) => (id !== null && ids.has(id) ? id : null)
  return {
    steps: definition.steps.map(step => ({
      ...step,
      parent_step_id: orNull(known.steps, step.parent_step_id),
      outcome_id: orNull(known.outcomes, step.outcome_id),
      decision_options: step.decision_options.map(option => actionWithout(option, known)),
    })),
    connections: definition.connections.filter(
      ({ source_step_id, target_step_id }) => known.steps.has(source_step_id) && known.steps.has(target_step_id),
    ),
    outcomes: definition.outcomes,
    paths: definition.paths.map(path => ({
      ...path,
      steps: path.steps.filter(({ step_id }) => known.steps.has(step_id)),
    })),
  }
}
