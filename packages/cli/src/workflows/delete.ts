import { CliError } from '../command-line/cli-error.ts'
import { examples, type Register, show } from '../command-line/context.ts'
import { askYes } from '../terminal/prompts.ts'
import { plural } from '../terminal/words.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

export const registerWorkflowDelete: Register = (parent, open) => {
  parent
    .command('delete')
    .description('Delete workflows. Executions that run on them go on. It asks first.')
    .argument('<workflow...>', 'Ids, or beginnings of names.')
    .option('--yes', 'Do not ask.')
    .addHelpText('after', examples('workflows delete 7', 'workflows delete 7 8 9 --yes'))
    .action(async (texts: readonly string[], options: { readonly yes?: boolean }, command) => {
      const context = await open(command)
      const ids: number[] = []
      for (const text of texts) ids.push(await resolveWorkflow(context, text))
      const question = `Delete ${plural(ids.length, 'workflow')} (${ids.join(', ')})?`
      if (options.yes !== true && !(await askYes(context.terminal, question, 'Give --yes.')))
        throw new CliError('cli.declined', 'Nothing was deleted.', 1)
      const result = (await context.client.workflows.deleteSeveral({ body: { workflow_ids: ids } })) ?? {
        deleted: ids,
        failed: [],
      }
      show(context, result, () => `Deleted ${plural(result.deleted.length, 'workflow')}.`)
      if (result.failed.length > 0) {
        const errors = result.failed.map(({ id, detail }) => ({ path: `${id}`, message: detail }))
        throw new CliError('cli.not_deleted', `${plural(errors.length, 'workflow')} could not be deleted.`, 1, errors)
      }
    })
}
