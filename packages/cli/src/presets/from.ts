import { difficultyLevels, type DifficultyLevel } from '@hidesync/domain/workflows/definition'
import { Option } from 'commander'
import { examples, type Register } from '../command-line/context.ts'
import { writeDocument, type WriteOptions } from '../files/write-document.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

interface Options extends WriteOptions {
  readonly name?: string
  readonly description?: string
  readonly difficulty?: DifficultyLevel
}

export const registerFrom: Register = (parent, open) => {
  parent
    .command('from')
    .description('Make a preset to pass on from a workflow, under a name of its own.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('--name <name>', 'Name of the preset (default: that of the workflow).')
    .option('--description <text>', 'What it is about.')
    .addOption(new Option('--difficulty <level>', 'How difficult it is.').choices(difficultyLevels))
    .option('-o, --output <file>', 'Write to this file.')
    .option('--force', 'Overwrite the file if it exists.')
    .addHelpText(
      'after',
      examples('presets from 3 --name "Wallet for a class" -o class.json', 'presets from 3 --difficulty beginner'),
    )
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const { name, description, difficulty } = options
      const body = {
        ...(name !== undefined && { preset_name: name }),
        ...(description !== undefined && { preset_description: description }),
        ...(difficulty !== undefined && { difficulty }),
      }
      await writeDocument(context, await context.exactClient.presets.fromWorkflow({ params: { id }, body }), options)
    })
}
