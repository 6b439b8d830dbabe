import { examples, type Register, show } from '../command-line/context.ts'
import { addFilters, addPaging, type FilterOptions, type PageOptions, queryOf } from './workflow-filters.ts'
import { workflowTable } from './workflow-table.ts'

export const registerWorkflowList: Register = (parent, open) => {
  addPaging(addFilters(parent.command('list')))
    .description('List the workflows that you may read.')
    .addHelpText(
      'after',
      examples(
        'workflows list',
        'workflows list --difficulty beginner --order-by name',
        'workflows list --limit 10 --offset 20 --json',
      ),
    )
    .action(async (options: FilterOptions & PageOptions, command) => {
      const context = await open(command)
      const page = await context.client.workflows.list({ query: queryOf(options) })
      show(context, page, () => workflowTable(context.terminal, page, 'There are no workflows like that yet.'))
    })
}
