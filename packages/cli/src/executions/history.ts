import type { HistoryEntry } from '@hidesync/contract/executions/execution.schemas'
import { type Deed, deedOf } from '@hidesync/domain/navigation/deed'
import { examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { sayTime } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'
import { executionArgument, executionHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'

const verbs: Readonly<Record<Deed, string>> = {
  start: 'started',
  navigate: 'went to',
  complete: 'completed',
  pass: 'passed',
  not_pass: 'recorded as not passed',
  decide: 'decided',
  skip: 'skipped',
  fail: 'recorded as failed',
  undo: 'took back',
  pause: 'paused',
  resume: 'resumed',
  cancel: 'cancelled',
  time_out: 'timed out',
  set_variables: 'set variables',
  select_outcome: 'chose the outcome to head for',
  note: 'noted',
  move: 'moved to another revision',
  start_timer: 'started a timer',
  pause_timer: 'paused a timer',
  resume_timer: 'resumed a timer',
  extend_timer: 'changed a timer',
  stop_timer: 'stopped a timer',
}

const detailOf = ({ action_data }: HistoryEntry): string => {
  for (const key of ['text', 'reason', 'notes', 'message', 'label']) {
    const value = action_data[key]
    if (typeof value === 'string' && value !== '') return `: ${value}`
  }
  return ''
}

/** What was done, oldest first, a line each. */
export function historyLines({ width }: Terminal, newestFirst: readonly HistoryEntry[]): string[] {
  return newestFirst.toReversed().flatMap(entry => {
    const step = entry.step_name === null ? '' : ` “${entry.step_name}”`
    const who = entry.actor_name === null ? '' : `${cleanLine(entry.actor_name)} `
    return wrap(
      `${who}${verbs[deedOf(entry.action_type, entry.action_data)]}${step}${detailOf(entry)}`,
      width,
      `${sayTime(entry.timestamp)}  `,
    )
  })
}

export const registerHistory: Register = (parent, open) => {
  parent
    .command('history')
    .description('Show what was done in an execution.')
    .argument(executionArgument, executionHelp)
    .option('--limit <n>', 'The last so many, up to 100 (default: 50).', positiveInteger)
    .option('--before <id>', 'Only what came before this entry.', positiveInteger)
    .addHelpText('after', examples('executions history 12', 'executions history 12 --limit 10 --json'))
    .action(
      async (text: string | undefined, options: { readonly limit?: number; readonly before?: number }, command) => {
        const context = await open(command)
        const id = await resolveExecution(context, text)
        const { limit, before } = options
        const query = { ...(limit !== undefined && { limit }), ...(before !== undefined && { before }) }
        const entries = await context.client.executions.history({ params: { id }, query })
        show(context, entries, () =>
          entries.length === 0 ? 'Nothing was done yet.' : historyLines(context.terminal, entries).join('\n'),
        )
      },
    )
}
