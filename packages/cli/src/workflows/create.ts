import { examples, type Register } from '../command-line/context.ts'
import { showWorkflow } from './describe-summary.ts'

interface Options {
  readonly description?: string
  readonly category?: string
}

export const registerWorkflowCreate: Register = (parent, open) => {
  parent
    .command('create')
    .description('Make an empty workflow: a private draft.')
    .argument('<name>', 'What it is called.')
    .option('--description <text>', 'What one makes.')
    .option('--category <text>', 'Such as Leatherworking.')
    .addHelpText('after', examples('workflows create "Leather Belt"', 'workflows pull "Leather Belt" -o belt.yaml'))
    .action(async (name: string, { description, category }: Options, command) => {
      const context = await open(command)
      const body = { name, ...(description && { description }), ...(category && { category }) }
      showWorkflow(context, await context.client.workflows.create({ body }), 'Made')
    })
}
