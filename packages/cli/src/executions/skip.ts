import { examples, type Register } from '../command-line/context.ts'
import { executionArgument, executionHelp, showResult, stepHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { resolveStep } from './resolve-step.ts'

interface Options {
  readonly step?: string
  readonly reason?: string
}

export const registerSkip: Register = (parent, open) => {
  parent
    .command('skip')
    .description('Skip a step that is neither a decision nor a quality check.')
    .argument(executionArgument, executionHelp)
    .option('--step <step>', stepHelp)
    .option('--reason <text>', 'Why; kept in the history.')
    .addHelpText('after', examples('executions skip 12', 'executions skip 12 --step 3 --reason "Bought it ready made"'))
    .action(async (text: string | undefined, options: Options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      const step_id = await resolveStep(context, id, options.step)
      const body = { reason: options.reason ?? null }
      showResult(context, await context.client.executions.skip({ params: { id, step_id }, body }), 'Skipped.')
    })
}
