import { examples, type Register } from '../command-line/context.ts'
import { executionArgument, executionHelp, showResult } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'

export const registerResume: Register = (parent, open) => {
  parent
    .command('resume')
    .description('Go on with an execution that is paused or timed out.')
    .argument(executionArgument, executionHelp)
    .addHelpText('after', examples('executions resume 12'))
    .action(async (text: string | undefined, _options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      showResult(context, await context.client.executions.resume({ params: { id } }), 'Resumed.')
    })
}
