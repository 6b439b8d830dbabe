import { visibilities, type Visibility } from '@hidesync/domain/workflows/definition'
import { InvalidArgumentError } from 'commander'
import { examples, type Register } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { wrap } from '../terminal/wrap.ts'
import { showWorkflow } from './describe-summary.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

const visibility = (text: string): Visibility => {
  const known = visibilities.find(one => one === text)
  if (known === undefined) throw new InvalidArgumentError(`Give ${visibilities.join(', ')}.`)
  return known
}

export const registerWorkflowPublish: Register = (parent, open) => {
  parent
    .command('publish')
    .description('Publish a workflow as a template; what is missing for that is listed.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('--visibility <who>', 'public (as usual), shared or private.', visibility)
    .addHelpText('after', examples('workflows publish 7', 'workflows publish 7 --visibility shared'))
    .action(async (text: string, options: { readonly visibility?: Visibility }, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const published = await context.client.workflows.publish({ params: { id }, body: options })
      const { width } = context.terminal
      const remarks = published.warnings.flatMap(({ message }) => wrap(cleanLine(message), width, '  • '))
      showWorkflow(context, published, 'Published', remarks)
    })
}
