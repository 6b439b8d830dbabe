import type { StepDefinition, WorkflowDefinition } from './definition.ts'
import { validateDefinition } from './validate.ts'
import type { ValidationContext } from './validation/context.ts'

/** Why a workflow can't be published yet: where (JSON pointer), a stable code, and what to do. */
export interface PublishingProblem {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Steps at which something is decided or noted, not made. */
const withoutWork = new Set(['decision', 'milestone', 'outcome'])
const isWork = (step: StepDefinition): boolean =>
  !withoutWork.has(step.step_type) && !step.is_decision_point && !step.is_outcome
const blank = (text: string | null): boolean => text === null || text.trim() === ''

/**
 * What publishing asks for and the workflow lacks: a graph without errors, a description, instructions and a duration on every
 * step that a person works on, an outcome.
 */
export function publishingProblems(
  workflow: { readonly description: string | null },
  definition: WorkflowDefinition,
  context: ValidationContext = {},
): readonly PublishingProblem[] {
  const problems: PublishingProblem[] = []
  if (blank(workflow.description))
    problems.push({
      path: '/description',
      code: 'publish.description',
      message: 'Write a description of what one makes.',
    })
  if (definition.steps.length === 0)
    problems.push({ path: '/steps', code: 'publish.steps', message: 'Add the steps; there are none.' })
  if (definition.outcomes.length === 0)
    problems.push({
      path: '/outcomes',
      code: 'publish.outcome',
      message: 'Add at least one outcome: what one has made at the end.',
    })
  definition.steps.forEach((step, index) => {
    if (!isWork(step)) return
    if (blank(step.instructions))
      problems.push({
        path: `/steps/${index}/instructions`,
        code: 'publish.instructions',
        message: `Write instructions for step “${step.name}”.`,
      })
    if (step.estimated_duration === null)
      problems.push({
        path: `/steps/${index}/estimated_duration`,
        code: 'publish.duration',
        message: `Say how many minutes step “${step.name}” takes.`,
      })
  })
  const told = new Set(problems.map(({ path }) => path))
  const errors = validateDefinition(definition, context).filter(
    ({ severity, path }) => severity === 'error' && !told.has(path),
  )
  return [...problems, ...errors.map(({ path, code, message }) => ({ path, code, message }))]
}
