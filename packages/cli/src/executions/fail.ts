import { examples, type Register } from '../command-line/context.ts'
import { executionArgument, executionHelp, showResult, stepHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { resolveStep } from './resolve-step.ts'

interface Options {
  readonly step?: string
  readonly reason?: string
}

export const registerFail: Register = (parent, open) => {
  parent
    .command('fail')
    .description('Record that a step went wrong; its fallback, if it has one, opens.')
    .argument(executionArgument, executionHelp)
    .option('--step <step>', stepHelp)
    .option('--reason <text>', 'Why; kept in the history.')
    .addHelpText('after', examples('executions fail 12 --reason "The edge tore"'))
    .action(async (text: string | undefined, options: Options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      const step_id = await resolveStep(context, id, options.step)
      const body = { reason: options.reason ?? null }
      showResult(
        context,
        await context.client.executions.fail({ params: { id, step_id }, body }),
        'Recorded as failed.',
      )
    })
}
