import { workflowStatuses, type WorkflowStatus } from '@hidesync/domain/workflows/definition'
import { usageError } from '../command-line/cli-error.ts'
import { examples, type Register } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { showWorkflow } from './describe-summary.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

const statusOf = (text: string): WorkflowStatus => {
  const known = workflowStatuses.find(one => one === text)
  if (known === undefined)
    throw usageError(`“${cleanLine(text)}” is no status. There are ${workflowStatuses.join(', ')}.`)
  return known
}

export const registerWorkflowStatus: Register = (parent, open) => {
  parent
    .command('status')
    .description('Move a workflow on in its life: draft, active, published, deprecated, archived.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .argument('<status>', workflowStatuses.join(', '))
    .addHelpText('after', examples('workflows status 7 active', 'workflows status 7 deprecated'))
    .action(async (text: string, wanted: string, _options, command) => {
      const status = statusOf(wanted)
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      showWorkflow(context, await context.client.workflows.update({ params: { id }, body: { status } }), 'Changed')
    })
}
