import { positiveNumber, variable } from '../command-line/values.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { pickByName } from '../command-line/pick-by-name.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { askYes } from '../terminal/prompts.ts'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { describeExecution } from './describe-execution.ts'
import { playExecution } from './play/play-execution.ts'

interface Options {
  readonly outcome?: string
  readonly quantity?: number
  readonly set?: JsonObject
  /** `--no-play`. */
  readonly play: boolean
}

/** The outcome that the person is heading for, by its id or the beginning of its name. */
async function outcomeOf({ client }: CliContext, workflowId: number, text: string): Promise<number> {
  const { outcomes } = await client.workflows.get({ params: { id: workflowId } })
  return outcomes.find(({ id }) => String(id) === text)?.id ?? pickByName(text, outcomes, 'outcome').id
}

export const registerStart: Register = (parent, open) => {
  parent
    .command('start')
    .description('Start a workflow and, on a terminal, be led through it.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('--outcome <name>', 'What you are heading for, by name or id.')
    .option('--quantity <n>', 'How many you make.', positiveNumber)
    .option('--set <name=value>', 'Set a variable; may be repeated.', variable)
    .option('--no-play', 'Only start it.')
    .addHelpText(
      'after',
      examples(
        'start 3',
        'start "Basic Leather Wallet"',
        'start box --outcome keepsake --set method=dovetail --no-play',
      ),
    )
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const { client, terminal } = context
      const id = await resolveWorkflow(context, text)
      const execution = await client.executions.start({
        params: { id },
        body: {
          ...(options.outcome !== undefined && { selected_outcome_id: await outcomeOf(context, id, options.outcome) }),
          ...(options.quantity !== undefined && { quantity: options.quantity }),
          ...(options.set !== undefined && { variables: options.set }),
        },
      })
      if (context.json) return show(context, execution, () => '')
      remark(context, `Started “${cleanLine(execution.workflow_name)}” as run ${execution.id}.`)
      if (options.play && terminal.interactive && (await askYes(terminal, 'Play it now?', ''))) {
        await playExecution(context, execution.id, {})
        return
      }
      terminal.out(describeExecution(terminal, execution))
      terminal.out(`\nGo on with: hidesync play ${execution.id}`)
    })
}
