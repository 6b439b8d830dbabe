import type { WorkflowStatistics } from '@hidesync/contract/workflows/workflow-lists.schemas'
import { examples, type Register, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { plural, sayMinutes, sayNumber } from '../terminal/words.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

/** What became of a workflow's executions, in a few lines. */
export function describeStatistics(statistics: WorkflowStatistics): string {
  const { total_executions, completed_executions, average_completion_time, success_rate, outcomes } = statistics
  if (total_executions === 0) return 'It was never started.'
  return [
    `Started ${plural(total_executions, 'time')}, completed ${plural(completed_executions, 'time')}.`,
    ...(success_rate === null ? [] : [`Of those that ended, ${sayNumber(success_rate)} % were completed.`]),
    ...(average_completion_time === null ? [] : [`It takes ${sayMinutes(average_completion_time)} on average.`]),
    ...outcomes.map(outcome => `  • ${cleanLine(outcome.name)}: ${plural(outcome.completed_executions, 'time')}`),
  ].join('\n')
}

export const registerStatistics: Register = (parent, open) => {
  parent
    .command('statistics')
    .description('Tell how often a workflow was made, how long it took, and with what outcome.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .addHelpText('after', examples('workflows statistics 3', 'workflows statistics "Basic Leather" --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      show(context, await context.client.workflows.statistics({ params: { id } }), describeStatistics)
    })
}
