import { examples, type Register, show } from '../command-line/context.ts'
import { table } from '../terminal/table.ts'
import { sayMinutes } from '../terminal/words.ts'

export const registerPresetList: Register = (parent, open) => {
  parent
    .command('list', { isDefault: true })
    .description('List the presets that come with the installation.')
    .addHelpText('after', examples('presets list', 'presets --json'))
    .action(async (_options, command) => {
      const context = await open(command)
      const presets = await context.client.presets.library()
      show(context, presets, () =>
        presets.length === 0
          ? 'The installation has no presets.'
          : table(
              context.terminal,
              [
                { title: 'Name', cell: row => row.name, flexible: true },
                { title: 'Level', cell: row => row.difficulty ?? '–' },
                { title: 'Time', cell: row => (row.estimated_time === null ? '–' : sayMinutes(row.estimated_time)) },
                { title: 'Steps', cell: row => String(row.step_count) },
                { title: 'File', cell: row => row.file },
              ],
              presets,
            ),
      )
    })
}
