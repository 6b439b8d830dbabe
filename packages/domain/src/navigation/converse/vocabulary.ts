import { timersOf } from '../../executions/timer.ts'
import { availableSteps } from '../../executions/view.ts'
import type { Vocabulary } from '../language/intent.ts'
import { nameOf, stepOf, type Run } from '../run.ts'

/** What can be named in a run, in the words of its reader. Options of the step in view come first, then by display order. */
export function vocabularyOf(run: Run): Vocabulary {
  const { workflow, state, at, definition } = run
  const here = state.current_step_id
  const open = availableSteps(workflow, state, at)
  const deciding = open.filter(id => workflow.compiledStep(id)?.kind === 'decision')
  const ordered = deciding.toSorted((one, other) => Number(other === here) - Number(one === here))
  return {
    steps: workflow.steps.map(({ id }) => ({ id, name: nameOf(run, id) })),
    current_step_id: here,
    options: ordered.flatMap(id =>
      (stepOf(run, id)?.decision_options ?? []).map(option => ({ id: option.id, text: option.option_text })),
    ),
    outcomes: definition.outcomes.map(({ id, name }) => ({ id, name })),
    resources: resourcesOf(run),
    timers: timersOf(state).map(({ id, label }) => ({ id, label })),
  }
}

/** Each thing once, as the step in view names it, else as the first step that needs it does. */
function resourcesOf(run: Run): Vocabulary['resources'] {
  const current = stepOf(run, run.state.current_step_id)
  const steps = current === undefined ? run.definition.steps : [current, ...run.definition.steps]
  const named = steps.flatMap(({ resources }) =>
    resources.flatMap(({ id, name, unit }) => (name === null ? [] : [{ id: String(id), name, unit }])),
  )
  const first = new Map<string, (typeof named)[number]>()
  for (const resource of named) if (!first.has(resource.name)) first.set(resource.name, resource)
  return [...first.values()]
}
