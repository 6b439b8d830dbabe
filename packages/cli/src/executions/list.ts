import { executionStatuses, type ExecutionStatus } from '@hidesync/domain/executions/state'
import { Option } from 'commander'
import { examples, type Register, show } from '../command-line/context.ts'
import { dayOrTime, positiveInteger, wholeNumber } from '../command-line/values.ts'
import { table } from '../terminal/table.ts'
import { sayTime } from '../terminal/words.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

interface Options {
  readonly status?: ExecutionStatus
  readonly search?: string
  readonly mine?: boolean
  readonly since?: Date
  readonly workflow?: string
  readonly limit?: number
  readonly offset?: number
}

export const registerExecutionList: Register = (parent, open) => {
  parent
    .command('list')
    .description('List executions, the last used first.')
    .addOption(new Option('--status <status>', 'Only with this status.').choices(executionStatuses))
    .option('--workflow <workflow>', 'Only of this workflow: its id, or the beginning of its name.')
    .option('--search <words>', 'Only where the name of the workflow or of the step in view has these words.')
    .option('--mine', 'Only those that you started.')
    .option('--since <date>', 'Only those started on this day or later, such as 2026-03-01.', dayOrTime)
    .option('--limit <n>', 'At most so many, up to 100 (default: 50).', positiveInteger)
    .option('--offset <n>', 'Leave out so many at the beginning.', wholeNumber)
    .addHelpText(
      'after',
      examples(
        'executions list',
        'executions list --status completed --workflow wallet',
        'executions list --mine --since 2026-03-01',
        'executions list --json',
      ),
    )
    .action(async (options: Options, command) => {
      const context = await open(command)
      const { status, search, since, limit, offset } = options
      const started_by = options.mine === true ? (await context.client.users.me()).id : undefined
      const workflow_id = options.workflow === undefined ? undefined : await resolveWorkflow(context, options.workflow)
      const page = await context.client.executions.list({
        query: {
          ...(status !== undefined && { status }),
          ...(workflow_id !== undefined && { workflow_id }),
          ...(search !== undefined && { search }),
          ...(started_by !== undefined && { started_by }),
          ...(since !== undefined && { started_after: since.toISOString() }),
          ...(limit !== undefined && { limit }),
          ...(offset !== undefined && { offset }),
        },
      })
      const { terminal } = context
      const rows = (): string =>
        table(
          terminal,
          [
            { title: 'Run', cell: row => String(row.id) },
            { title: 'Workflow', cell: row => row.workflow_name, flexible: true },
            { title: 'Status', cell: row => row.status },
            { title: 'Done', cell: row => `${row.completed_steps}/${row.total_steps}` },
            { title: 'Started', cell: row => sayTime(row.started_at) },
          ],
          page.items,
        )
      const rest = page.has_more ? `\n\nThe next: --offset ${page.offset + page.items.length}` : ''
      show(context, page, () => (page.items.length === 0 ? 'There are no runs like that.' : rows() + rest))
    })
}
