import { notFound } from '../command-line/cli-error.ts'
import { examples, type Register, remark, show } from '../command-line/context.ts'
import { plural } from '../terminal/words.ts'
import { executionArgument } from './command-result.ts'
import { describeExecution } from './describe-execution.ts'
import { resolveExecution } from './resolve-execution.ts'

export const registerStatus: Register = (parent, open) => {
  parent
    .command('status')
    .description('Show how far an execution is.')
    .argument(executionArgument, 'Its number, or the beginning of its name; without it the one you used last.')
    .addHelpText('after', examples('status', 'status 12', 'status wallet --json'))
    .action(async (text: string | undefined, _options, command) => {
      const context = await open(command)
      let id: number
      if (text === undefined) {
        const [last, ...others] = await context.client.executions.active()
        if (last === undefined) throw notFound('You have no open run. Start one with: hidesync start <workflow>')
        if (others.length > 0)
          remark(context, `The last used of ${plural(others.length + 1, 'open run')}; all: hidesync executions list`)
        id = last.id
      } else id = await resolveExecution(context, text)
      const execution = await context.client.executions.get({ params: { id } })
      show(context, execution, () => describeExecution(context.terminal, execution))
    })
}
