import type { StepDefinition, WorkflowDefinition } from './definition.ts'
import type { Finding } from './finding.ts'
import { validateDefinition } from './validate.ts'

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
 * What publishing asks for and the workflow lacks: no error among the findings of its validation, a description, instructions
 * and a duration on every step that a person works on, an outcome. Every such error is passed on under its own code.
 */
export function publishingProblems(
  workflow: { readonly description: string | null },
  definition: WorkflowDefinition,
  findings: readonly Finding[] = validateDefinition(definition),
): readonly PublishingProblem[] {
  const problems: PublishingProblem[] = []
  if (blank(workflow.description))
    problems.push({
      path: '/description',
      code: 'publish.description',
      message: 'Write a description of what one makes.',
    })
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
  const errors = findings.filter(({ severity }) => severity === 'error')
  return [...problems, ...errors.map(({ path, code, message }) => ({ path, code, message }))]
}
