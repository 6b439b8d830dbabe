import { examples, type Register, show } from '../command-line/context.ts'
import { table } from '../terminal/table.ts'
import { sayTime } from '../terminal/words.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

export const registerWorkflowRevisions: Register = (parent, open) => {
  parent
    .command('revisions')
    .description('List the states of a workflow that are kept, the newest first.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .addHelpText('after', examples('workflows revisions 7', 'diff 7 3 draft'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const page = await context.client.revisions.list({ params: { id }, query: { limit: 100 } })
      show(context, page, () =>
        page.items.length === 0
          ? 'No revision is kept yet: publishing, starting a run or “workflows keep” makes one.'
          : table(
              context.terminal,
              [
                { title: 'Revision', cell: row => String(row.revision) },
                { title: 'Made', cell: row => sayTime(row.created_at) },
                { title: 'Note', cell: row => row.note ?? '', flexible: true },
              ],
              page.items,
            ),
      )
    })
}
