import { timersOf } from '../../executions/timer.ts'
import { availableSteps } from '../../executions/view.ts'
import type { Language } from '../../text/language.ts'
import type { WorkflowDefinition } from '../../workflows/definition.ts'
import type { Vocabulary } from '../language/intent.ts'
import { prepareVocabulary, type PreparedVocabulary } from '../language/prepare.ts'
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

type Steps = PreparedVocabulary['steps']

const prepared = new WeakMap<WorkflowDefinition, Map<Language, Steps>>()

/** The names of the steps made ready to be heard: once for a definition and language, since there may be thousands. */
function stepsOf({ definition, language }: Run, steps: Vocabulary['steps']): Steps {
  const known = prepared.get(definition) ?? new Map<Language, Steps>()
  prepared.set(definition, known)
  const found = known.get(language)
  if (found !== undefined) return found
  const made = prepareVocabulary({ ...nothingNamed, steps }, language).steps
  known.set(language, made)
  return made
}

const nothingNamed: Vocabulary = {
  steps: [],
  current_step_id: null,
  options: [],
  outcomes: [],
  resources: [],
  timers: [],
}

/** A run's vocabulary, ready for `understand`. */
export function hearing(run: Run): PreparedVocabulary {
  const vocabulary = vocabularyOf(run)
  const others = prepareVocabulary({ ...vocabulary, steps: [] }, run.language)
  return { ...others, vocabulary, steps: stepsOf(run, vocabulary.steps) }
}
