import { Option } from 'commander'
import { examples, type Register } from '../command-line/context.ts'
import { minutes } from '../command-line/values.ts'
import { executionArgument, executionHelp, showResult, stepHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { resolveStep } from './resolve-step.ts'

interface Options {
  readonly step?: string
  readonly notes?: string
  readonly minutes?: number
  readonly verdict?: 'pass' | 'fail'
  readonly override?: boolean
}

export const registerComplete: Register = (parent, open) => {
  parent
    .command('complete')
    .description('Complete a step.')
    .argument(executionArgument, executionHelp)
    .option('--step <step>', stepHelp)
    .option('--notes <text>', 'Notes on the step.')
    .option('--minutes <n>', 'How long it really took (default: since the step was opened).', minutes)
    .addOption(new Option('--verdict <verdict>', 'What a quality check found.').choices(['pass', 'fail']))
    .option('--override', 'Complete although its time is not over; this is recorded.')
    .addHelpText(
      'after',
      examples(
        'executions complete 12',
        'executions complete 12 --minutes 25 --notes "Went well"',
        'executions complete 12 --verdict pass',
      ),
    )
    .action(async (text: string | undefined, options: Options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, text)
      const step_id = await resolveStep(context, id, options.step)
      const body = {
        ...(options.notes !== undefined && { notes: options.notes }),
        ...(options.minutes !== undefined && { actual_duration: options.minutes }),
        ...(options.verdict !== undefined && { data: { verdict: options.verdict } }),
        ...(options.override && { override: true }),
      }
      showResult(context, await context.client.executions.complete({ params: { id, step_id }, body }), 'Completed.')
    })
}
