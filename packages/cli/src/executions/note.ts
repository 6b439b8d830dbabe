import { examples, type Register } from '../command-line/context.ts'
import { executionHelp, showResult, stepHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { resolveStep } from './resolve-step.ts'

export const registerNote: Register = (parent, open) => {
  parent
    .command('note')
    .description('Add a line to the notes of a step.')
    .argument('<execution>', executionHelp)
    .argument('<text...>', 'What to note.')
    .option('--step <step>', stepHelp)
    .addHelpText(
      'after',
      examples('executions note 12 Used 4 oz leather', 'executions note 12 --step 3 "Glue needs 20 minutes"'),
    )
    .action(async (execution: string, words: readonly string[], options: { readonly step?: string }, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, execution)
      const step_id = await resolveStep(context, id, options.step)
      const body = { text: words.join(' ') }
      showResult(context, await context.client.executions.note({ params: { id, step_id }, body }), 'Noted.')
    })
}
