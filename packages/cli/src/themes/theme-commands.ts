import type { Theme } from '@hidesync/contract/themes/theme.schemas'
import { type IconSet, iconSets } from '@hidesync/domain/themes/color-scheme'
import { type Command, Option } from 'commander'
import { CliError, usageError } from '../command-line/cli-error.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { pickByName } from '../command-line/pick-by-name.ts'
import { positiveInteger } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { askYes } from '../terminal/prompts.ts'
import { table } from '../terminal/table.ts'
import { plural } from '../terminal/words.ts'
import { describeTheme } from './describe-theme.ts'
import { type SchemeOptions, schemeFrom, stepColour } from './scheme-options.ts'

const themeHelp = 'Its number, or the beginning of its name.'

interface Options extends SchemeOptions {
  readonly name?: string
  readonly description?: string
  readonly icons?: IconSet
  readonly system?: boolean
}

/** The id of the theme that a person names by its id or by the beginning of its name. */
async function resolveTheme({ client }: CliContext, text: string): Promise<number> {
  if (/^\d+$/.test(text)) return positiveInteger(text)
  return pickByName(text, await client.themes.list(), 'theme').id
}

const addColours = (command: Command): Command =>
  command
    .option('--primary <colour>', 'The main colour, such as #8A4B16.')
    .option('--accent <colour>', 'The second colour; “none” for none.')
    .option(
      '--step <type=colour>',
      'The colour of a step type, “none” for the usual one (repeat it for several).',
      stepColour,
    )
    .option('--description <text>', 'What it is like; “” removes it.')
    .addOption(new Option('--icons <set>', 'The icons.').choices(iconSets))
    .option('--system', 'For everybody; superusers may.')

const writable = ({ name, description, icons, system }: Options) => ({
  ...(name !== undefined && { name }),
  ...(description !== undefined && { description: description || null }),
  ...(icons !== undefined && { icon_set: icons }),
  ...(system === true && { is_system: true }),
})

function say(context: CliContext, theme: Theme, what: string): void {
  show(context, theme, () => `${what} theme ${theme.id}, “${cleanLine(theme.name)}”.`)
  for (const notice of theme.notices ?? []) remark(context, cleanLine(notice))
}

const registerList: Register = (parent, open) => {
  parent
    .command('list')
    .description('List the themes of the system and your own.')
    .addHelpText('after', examples('themes list', 'themes list --json'))
    .action(async (_options, command) => {
      const context = await open(command)
      const themes = await context.client.themes.list()
      show(context, themes, () =>
        table(
          context.terminal,
          [
            { title: 'ID', cell: row => String(row.id) },
            { title: 'Name', cell: row => row.name, flexible: true },
            { title: 'Primary', cell: row => row.color_scheme.primary },
            { title: 'Accent', cell: row => row.color_scheme.accent ?? '–' },
            { title: 'Icons', cell: row => row.icon_set },
            { title: 'Whose', cell: row => (row.is_system ? 'system' : 'yours') },
          ],
          themes,
        ),
      )
    })
}

const registerShow: Register = (parent, open) => {
  parent
    .command('show')
    .description('Show a theme: its colours, what is shown of them, and how well texts on them can be read.')
    .argument('<theme>', themeHelp)
    .addHelpText('after', examples('themes show 2', 'themes show "Leather" --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveTheme(context, text)
      const theme = await context.client.themes.get({ params: { id } })
      show(context, theme, () => describeTheme(context.terminal, theme))
    })
}

const registerCreate: Register = (parent, open) => {
  addColours(parent.command('create'))
    .description('Make a theme of your own. Whatever the colours, texts stay readable.')
    .argument('<name>', 'What it is called.')
    .addHelpText(
      'after',
      examples('themes create Indigo --primary "#2F3C7E" --accent "#E0A526" --step "tool=#4A5568" --icons craft'),
    )
    .action(async (name: string, options: Options, command) => {
      if (options.primary === undefined) throw usageError('Give the main colour with --primary, such as "#8A4B16".')
      const context = await open(command)
      const body = { ...writable(options), name, color_scheme: schemeFrom(options, null) }
      say(context, await context.client.themes.create({ body }), 'Made')
    })
}

const registerChange: Register = (parent, open) => {
  addColours(parent.command('change'))
    .description('Change a theme of yours; what you do not state stays.')
    .argument('<theme>', themeHelp)
    .option('--name <name>', 'What it is called.')
    .addHelpText('after', examples('themes change Indigo --accent none', 'themes change 7 --step time=#777777'))
    .action(async (text: string, options: Options, command) => {
      if (Object.keys(options).length === 0) throw usageError('Say what changes: a name, a colour, the icons.')
      const context = await open(command)
      const params = { id: await resolveTheme(context, text) }
      const { primary, accent, step } = options
      const colours = primary !== undefined || accent !== undefined || step !== undefined
      const { exactClient, client } = context
      const before = colours ? (await exactClient.themes.get({ params })).color_scheme : null
      const body = { ...writable(options), ...(colours && { color_scheme: schemeFrom(options, before) }) }
      say(context, await client.themes.update({ params, body }), 'Changed')
    })
}

const registerRemove: Register = (parent, open) => {
  parent
    .command('remove')
    .description('Remove a theme of yours; workflows that have it go without one. It asks first.')
    .argument('<theme>', themeHelp)
    .option('--yes', 'Do not ask.')
    .addHelpText('after', examples('themes remove Indigo', 'themes remove 7 --yes'))
    .action(async (text: string, options: { readonly yes?: boolean }, command) => {
      const context = await open(command)
      const params = { id: await resolveTheme(context, text) }
      const { name, workflow_count } = await context.client.themes.get({ params })
      const question = `Remove “${cleanLine(name)}”, which ${plural(workflow_count, 'workflow')} ${workflow_count === 1 ? 'has' : 'have'}?`
      if (options.yes !== true && !(await askYes(context.terminal, question, 'Give --yes.')))
        throw new CliError('cli.declined', 'Nothing was removed.', 1)
      await context.client.themes.delete({ params })
      show(context, null, () => `The theme “${cleanLine(name)}” is gone.`)
    })
}

export const registerThemes: Register = (parent, open) => {
  const themes = parent.command('themes').description('The colours and icons of workflows.')
  for (const register of [registerList, registerShow, registerCreate, registerChange, registerRemove])
    register(themes, open)
}
