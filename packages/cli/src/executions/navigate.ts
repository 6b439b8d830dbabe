import { examples, type Register } from '../command-line/context.ts'
import { plural } from '../terminal/words.ts'
import { executionHelp, showResult } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { resolveStep } from './resolve-step.ts'

interface Options {
  readonly skip?: boolean
  readonly override?: boolean
}

export const registerNavigate: Register = (parent, open) => {
  parent
    .command('navigate')
    .description('Look at or start another step.')
    .argument('<execution>', executionHelp)
    .argument('<step>', 'Its number, the beginning of its name, or #id.')
    .option('--skip', 'Jump to a step that is not open yet: what lies between is skipped.')
    .option('--override', 'Start it although its waiting time is not over; this is recorded.')
    .addHelpText('after', examples('executions navigate 12 5', 'executions navigate 12 "Stitch" --skip'))
    .action(async (execution: string, text: string, options: Options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, execution)
      const step_id = await resolveStep(context, id, text)
      const body = { step_id, ...(options.skip && { skip: true }), ...(options.override && { override: true }) }
      const answer = await context.client.executions.navigate({ params: { id }, body })
      const skipped = answer.skipped_steps?.length ?? 0
      showResult(context, answer, skipped > 0 ? `You are there; ${plural(skipped, 'step')} skipped.` : 'You are there.')
    })
}
