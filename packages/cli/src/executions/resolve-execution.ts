import type { ExecutionSummary } from '@hidesync/contract/executions/execution.schemas'
import { notFound, usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { matchesOf } from '../command-line/pick-by-name.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { askChoice } from '../terminal/prompts.ts'

const line = ({ id, workflow_name, current_step_name, status }: ExecutionSummary): string =>
  cleanLine(
    `${String(id).padStart(4)}  ${workflow_name} (${status}${current_step_name ? `, at ${current_step_name}` : ''})`,
  )

/** The id of the execution that a person names by its number or the beginning of its workflow's name; without a text the only open one. */
export async function resolveExecution(
  context: CliContext,
  text: string | undefined,
  question = 'Which run?',
): Promise<number> {
  const id = Number(text)
  if (text !== undefined && /^\d+$/.test(text) && id >= 1 && Number.isSafeInteger(id)) return id
  const open = await context.client.executions.active()
  const named = open.map(execution => ({ name: execution.workflow_name, execution }))
  const found = text === undefined ? open : matchesOf(text, named).map(({ execution }) => execution)
  const [first] = found
  if (first === undefined) {
    const nothing = 'You have no open run. Start one with: hidesync start <workflow>'
    throw notFound(
      text === undefined
        ? nothing
        : `None of your open runs begins with “${cleanLine(text)}”. Ended ones go by number.`,
    )
  }
  if (found.length === 1) return first.id
  if (context.terminal.interactive && !context.json)
    return await askChoice(
      context.terminal,
      question,
      found.map(execution => ({ name: line(execution), value: execution.id })),
      '',
    )
  const lines = found.map(execution => `\n${line(execution)}`).join('')
  throw usageError(`${found.length} runs are open. Give the number of one:${lines}`)
}
