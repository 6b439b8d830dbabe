import { examples, type Register } from '../command-line/context.ts'
import { CliError } from '../command-line/cli-error.ts'
import { askYes } from '../terminal/prompts.ts'
import { executionHelp, showResult } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'

interface Options {
  readonly reason?: string
  readonly yes?: boolean
}

export const registerCancel: Register = (parent, open) => {
  parent
    .command('cancel')
    .description('End an execution for good. This cannot be undone, so that it asks first.')
    .argument('<execution>', executionHelp)
    .option('--reason <text>', 'Why; kept in the history.')
    .option('--yes', 'Do not ask.')
    .addHelpText('after', examples('executions cancel 12', 'executions cancel 12 --yes --reason "Wrong leather"'))
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      if (options.yes !== true && !(await askYes(context.terminal, `End run ${id} for good?`, 'Give --yes.')))
        throw new CliError('cli.declined', 'Nothing was cancelled.', 1)
      const body = { reason: options.reason ?? null }
      showResult(context, await context.client.executions.cancel({ params: { id }, body }), 'Cancelled.')
    })
}
