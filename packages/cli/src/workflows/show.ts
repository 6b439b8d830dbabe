import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { examples, type Register, show } from '../command-line/context.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural, sayCode, sayMinutes } from '../terminal/words.ts'
import { wrap, wrapProse } from '../terminal/wrap.ts'
import { gatherResources, resourceLine } from './resources.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

const factsOf = (workflow: Workflow): string =>
  [
    workflow.status,
    workflow.difficulty_level,
    workflow.estimated_duration === null ? null : sayMinutes(workflow.estimated_duration),
    plural(workflow.steps.length, 'step'),
    workflow.category,
  ]
    .filter(fact => fact !== null && fact !== undefined)
    .join(' · ')

/** A workflow as a maker wants to know it: what you get, what it takes, the steps. */
export function describeWorkflow({ width, style }: Terminal, workflow: Workflow): string {
  const heading = (text: string): string[] => ['', style.strong(text)]
  const bullet = (text: string): string[] => wrap(text, width, '  • ')
  const steps = workflow.steps.toSorted((one, other) => one.display_order - other.display_order)
  const needed = gatherResources(workflow.steps)
  return [
    ...wrap(workflow.name, width).map(style.strong),
    `Workflow ${workflow.id} · ${factsOf(workflow)}`,
    ...(workflow.tags.length > 0 ? wrap(`Tags: ${workflow.tags.join(', ')}`, width) : []),
    ...(workflow.description ? ['', ...wrapProse(workflow.description, width)] : []),
    ...(workflow.outcomes.length > 0 ? heading('What you get') : []),
    ...workflow.outcomes.flatMap(({ name, description }) => bullet(description ? `${name}: ${description}` : name)),
    ...(needed.length > 0 ? heading('What you need') : []),
    ...needed.flatMap(resource => bullet(resourceLine(resource))),
    ...(steps.length > 0 ? heading('Steps') : ['', 'It has no steps yet.']),
    ...steps.flatMap((step, index) => {
      const time = step.estimated_duration === null ? '' : `, ${sayMinutes(step.estimated_duration)}`
      return wrap(`${step.name} (${sayCode(step.step_type)}${time})`, width, `${String(index + 1).padStart(4)}. `)
    }),
    '',
    workflow.permissions.includes('execute')
      ? `Start it with: hidesync start ${workflow.id}`
      : 'You may read it, but not start it.',
  ].join('\n')
}

export const registerWorkflowShow: Register = (parent, open) => {
  parent
    .command('show')
    .description('Show one workflow: what you get, what you need, the steps.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .addHelpText('after', examples('workflows show 3', 'workflows show "Basic Leather"', 'workflows show 3 --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const workflow = await context.client.workflows.get({ params: { id } })
      show(context, workflow, () => describeWorkflow(context.terminal, workflow))
    })
}
