import { examples, type Register } from '../command-line/context.ts'
import { executionArgument, executionHelp, showResult } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'

export const registerUndo: Register = (parent, open) => {
  parent
    .command('undo')
    .description('Take back the last complete, decide, skip, fail or jump; repeatable back to the start.')
    .argument(executionArgument, executionHelp)
    .addHelpText('after', examples('executions undo 12', 'executions undo 12 --json'))
    .action(async (text: string | undefined, _options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      showResult(context, await context.client.executions.undo({ params: { id } }), 'Taken back.')
    })
}
