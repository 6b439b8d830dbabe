import { examples, type Register, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { addFilters, addPaging, type FilterOptions, type PageOptions, queryOf } from './workflow-filters.ts'
import { workflowTable } from './workflow-table.ts'

export const registerWorkflowSearch: Register = (parent, open) => {
  addPaging(addFilters(parent.command('search')))
    .description('Find workflows by words of their name or description.')
    .argument('<words...>', 'What to look for.')
    .addHelpText('after', examples('workflows search wallet', 'workflows search box --category woodworking'))
    .action(async (words: readonly string[], options: FilterOptions & PageOptions, command) => {
      const context = await open(command)
      const search = words.join(' ')
      const page = await context.client.workflows.list({ query: { ...queryOf(options), search } })
      show(context, page, () => workflowTable(context.terminal, page, `Nothing fits “${cleanLine(search)}”.`))
    })
}
