import { examples, type Register, show } from '../command-line/context.ts'
import { executionHelp } from './command-result.ts'
import { describeExecution } from './describe-execution.ts'
import { compile } from '@hidesync/domain/workflows/compile'
import { pathEntries, pathLines } from './describe-path.ts'
import { resolveExecution } from './resolve-execution.ts'
import { definitionOf } from './resolve-step.ts'

export const registerExecutionShow: Register = (parent, open) => {
  parent
    .command('show')
    .description('Show one execution with the state of every step.')
    .argument('<execution>', executionHelp)
    .addHelpText('after', examples('executions show 12', 'executions show 12 --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      const execution = await context.client.executions.get({ params: { id } })
      if (context.json) return show(context, execution, () => '')
      const definition = await definitionOf(context, id)
      const { terminal } = context
      const path = pathLines(terminal, pathEntries(compile(definition), execution.state, context.now()))
      terminal.out([describeExecution(terminal, execution), '', ...path].join('\n'))
    })
}
