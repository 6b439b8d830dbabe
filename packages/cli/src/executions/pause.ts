import { examples, type Register } from '../command-line/context.ts'
import { executionArgument, executionHelp, showResult } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'

export const registerPause: Register = (parent, open) => {
  parent
    .command('pause')
    .description('Stop the clock of an execution.')
    .argument(executionArgument, executionHelp)
    .addHelpText('after', examples('executions pause 12', 'executions pause wallet'))
    .action(async (text: string | undefined, _options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      showResult(context, await context.client.executions.pause({ params: { id } }), 'Paused.')
    })
}
