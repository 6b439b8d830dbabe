import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { amount, line, minutes, page, section } from './markdown.ts'

/** So many steps are listed; a longer workflow says that there are more. */
const mostSteps = 300

export function workflowPage(workflow: Workflow): string {
  const steps = workflow.steps.slice(0, mostSteps)
  const resources = steps.flatMap(step => step.resources).slice(0, mostSteps)
  const more = workflow.steps.length - steps.length
  return page(
    `# ${line(workflow.name)}`,
    workflow.description,
    section(
      'Outcomes',
      workflow.outcomes.map(({ name }) => line(name)),
    ),
    section(
      'Needs',
      resources.map(
        ({ quantity, unit, name }) => `${amount(quantity, unit)}${line(name ?? 'something without a name')}`,
      ),
    ),
    section(
      'Steps',
      steps.map(({ name, estimated_duration }) => `${line(name)}${minutes(estimated_duration)}`),
      '1.',
    ),
    more > 0 && `And ${more} more steps.`,
  )
}
