import { examples, type Register } from '../command-line/context.ts'
import { showWorkflow } from './describe-summary.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

export const registerWorkflowDuplicate: Register = (parent, open) => {
  parent
    .command('duplicate')
    .description('Make a private draft of your own with everything in it.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('--name <name>', 'What the copy is called (as usual: the name with a number).')
    .addHelpText('after', examples('workflows duplicate 7', 'workflows duplicate 7 --name "My belt"'))
    .action(async (text: string, options: { readonly name?: string }, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const body = options.name === undefined ? {} : { new_name: options.name }
      showWorkflow(context, await context.client.workflows.duplicate({ params: { id }, body }), 'Copied to')
    })
}
