import { notFound } from '../command-line/cli-error.ts'
import { examples, type Register } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { executionHelp, showResult, stepHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { definitionOf, pickCounted, resolveStep } from './resolve-step.ts'

interface Options {
  readonly step?: string
  readonly notes?: string
}

export const registerDecide: Register = (parent, open) => {
  parent
    .command('decide')
    .description('Choose an option of a decision.')
    .argument('<execution>', executionHelp)
    .argument('<option...>', 'The number of the option, the beginning of its text, or #id.')
    .option('--step <step>', stepHelp)
    .option('--notes <text>', 'Notes on the decision.')
    .addHelpText('after', examples('executions decide 12 2', 'executions decide 12 Hand stitching'))
    .action(async (execution: string, words: readonly string[], options: Options, command) => {
      const context = await open(command)
      const id = await resolveExecution(context, execution)
      const step_id = await resolveStep(context, id, options.step)
      const step = (await definitionOf(context, id)).steps.find(each => each.id === step_id)
      const choices = (step?.decision_options ?? [])
        .toSorted((one, other) => one.display_order - other.display_order)
        .map(option => ({ id: option.id, name: option.option_text }))
      if (choices.length === 0)
        throw notFound(`The step “${cleanLine(step?.name ?? '')}” has no options to choose from.`)
      const chosen = pickCounted(words.join(' '), choices, 'option')
      const body = { decision_option_id: chosen.id, ...(options.notes !== undefined && { notes: options.notes }) }
      const answer = await context.client.executions.decide({ params: { id, step_id }, body })
      showResult(context, answer, `Chosen: ${cleanLine(chosen.name)}.`)
    })
}
