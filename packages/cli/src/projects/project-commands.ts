import { usageError } from '../command-line/cli-error.ts'
import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import { pickByName } from '../command-line/pick-by-name.ts'
import { positiveInteger, wholeNumber } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { table } from '../terminal/table.ts'
import { plural } from '../terminal/words.ts'

const projectHelp = 'Its number, or the beginning of its name.'
const pageSize = 100
const mostPages = 10

/** The id of the project that a person names by its id or by the beginning of its name. */
async function resolveProject({ client }: CliContext, text: string): Promise<number> {
  if (/^\d+$/.test(text)) return positiveInteger(text)
  const found: { readonly id: number; readonly name: string }[] = []
  for (let page = 0; page < mostPages; page += 1) {
    const { items, has_more } = await client.projects.list({ query: { limit: pageSize, offset: page * pageSize } })
    found.push(...items)
    if (!has_more) return pickByName(text, found, 'project').id
  }
  throw usageError(`There are more than ${found.length} projects. Give the number of the one that you mean.`)
}

const registerList: Register = (parent, open) => {
  parent
    .command('list')
    .description('List the projects of your workshop, by name.')
    .option('--limit <n>', 'At most so many, up to 100 (default: 50).', positiveInteger)
    .option('--offset <n>', 'Leave out so many at the beginning.', wholeNumber)
    .addHelpText('after', examples('projects list', 'projects list --json'))
    .action(async (query: { readonly limit?: number; readonly offset?: number }, command) => {
      const context = await open(command)
      const page = await context.client.projects.list({ query })
      const last = page.offset + page.items.length
      show(context, page, () =>
        page.items.length === 0
          ? page.total === 0
            ? 'There are no projects yet. Make one with: hidesync projects create <name>'
            : `There is nothing from ${page.offset} on: there are ${plural(page.total, 'project')} in all.`
          : `${table(
              context.terminal,
              [
                { title: 'ID', cell: row => String(row.id) },
                { title: 'Name', cell: row => row.name, flexible: true },
                { title: 'Workflows', cell: row => String(row.workflow_count) },
                { title: 'Runs', cell: row => String(row.execution_count) },
              ],
              page.items,
            )}${page.has_more ? `\n\nThe next: --offset ${last}` : ''}`,
      )
    })
}

const registerCreate: Register = (parent, open) => {
  parent
    .command('create')
    .description('Make a project, to group workflows and runs.')
    .argument('<name>', 'Unique in your workshop.')
    .option('--description <text>', 'What it is about.')
    .addHelpText('after', examples('projects create "Spring market"', 'projects create Gifts --description "For May"'))
    .action(async (name: string, options: { readonly description?: string }, command) => {
      const context = await open(command)
      const project = await context.client.projects.create({ body: { name, ...options } })
      show(context, project, () => `Made project ${project.id}, “${cleanLine(project.name)}”.`)
    })
}

const registerRename: Register = (parent, open) => {
  parent
    .command('rename')
    .description('Give a project another name or description.')
    .argument('<project>', projectHelp)
    .argument('[name]', 'The new name.')
    .option('--description <text>', 'The new description; “” removes it.')
    .addHelpText('after', examples('projects rename 2 "Autumn market"', 'projects rename 2 --description ""'))
    .action(async (text: string, name: string | undefined, options: { readonly description?: string }, command) => {
      const { description } = options
      if (name === undefined && description === undefined) throw usageError('Give a new name, or --description.')
      const context = await open(command)
      const id = await resolveProject(context, text)
      const body = {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description: description === '' ? null : description }),
      }
      const project = await context.client.projects.update({ params: { id }, body })
      show(context, project, () => `Project ${project.id} is “${cleanLine(project.name)}” now.`)
    })
}

const registerDelete: Register = (parent, open) => {
  parent
    .command('delete')
    .description('Delete a project; its workflows and runs stay, in no project.')
    .argument('<project>', projectHelp)
    .addHelpText('after', examples('projects delete 2', 'projects delete "Spring market"'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveProject(context, text)
      await context.client.projects.delete({ params: { id } })
      show(context, null, () => `Project ${id} is gone; its workflows and runs are in no project now.`)
    })
}

export const registerProjects: Register = (parent, open) => {
  const projects = parent.command('projects').description('Group workflows and runs in projects.')
  for (const register of [registerList, registerCreate, registerRename, registerDelete]) register(projects, open)
}
