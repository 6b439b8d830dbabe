import type { WorkflowDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { workflowLimits } from '../limits.ts'

const number = new Intl.NumberFormat('en')

/** What there is too much of. */
export function sizeFindings({ steps, connections, outcomes, paths }: WorkflowDefinition): Finding[] {
  const tooMany = (count: number, limit: number, said: { readonly path: string; readonly what: string }): Finding[] =>
    count <= limit
      ? []
      : [
          {
            code: 'WF-L01',
            severity: 'error',
            fatal: true,
            path: said.path,
            message: `${said.what} ${number.format(count)}, and at most ${number.format(limit)} are allowed: split the workflow.`,
          },
        ]
  const ofSteps = steps.flatMap((step, index) => [
    ...tooMany(step.decision_options.length, workflowLimits.decision_options, {
      path: `/steps/${index}/decision_options`,
      what: `The options of “${step.name}” are`,
    }),
    ...tooMany(step.resources.length, workflowLimits.resources, {
      path: `/steps/${index}/resources`,
      what: `The resources of “${step.name}” are`,
    }),
  ])
  return [
    ...tooMany(steps.length, workflowLimits.steps, { path: '/steps', what: 'The steps are' }),
    ...tooMany(connections.length, workflowLimits.connections, { path: '/connections', what: 'The connections are' }),
    ...tooMany(outcomes.length, workflowLimits.outcomes, { path: '/outcomes', what: 'The outcomes are' }),
    ...tooMany(paths.length, workflowLimits.paths, { path: '/paths', what: 'The paths are' }),
    ...ofSteps,
  ]
}
