import { exportFormatNames } from '@hidesync/contract/presets/preset.routes'
import { Option } from 'commander'
import { commandPath } from '../command-line/command-path.ts'
import { examples, type Register } from '../command-line/context.ts'
import { writeDocument, type WriteOptions } from '../files/write-document.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { formatByEnding } from './format-by-ending.ts'

type ExportFormat = (typeof exportFormatNames)[number]

interface Options extends WriteOptions {
  readonly format?: ExportFormat
  readonly translations: boolean
  readonly theme: boolean
}

const usualEndings: Readonly<Record<string, ExportFormat>> = {
  yml: 'yaml',
  md: 'markdown',
  htm: 'html',
  mmd: 'mermaid',
  jsonld: 'howto',
}

/** What the ending of the file's name says; a preset unless it says otherwise. */
export const exportFormatOf = (file: string): ExportFormat =>
  formatByEnding(file, exportFormatNames, usualEndings) ?? 'json'

export const registerExport: Register = (parent, open) => {
  const path = commandPath(parent, 'export')
  parent
    .command('export')
    .description('Write a workflow as a preset, or in a form that people or other tools read.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .addOption(
      new Option('--format <format>', 'The form (default: as the file ends, else json).').choices(exportFormatNames),
    )
    .option('--no-translations', 'Leave out the texts in other languages.')
    .option('--no-theme', 'Leave out the colours.')
    .option('-o, --output <file>', 'Write to this file.')
    .option('--force', 'Overwrite the file if it exists.')
    .addHelpText(
      'after',
      examples(`${path} 3 > wallet.json`, `${path} "Basic Leather" -o wallet.html`, `${path} 3 --format mermaid`),
    )
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const format = options.format ?? exportFormatOf(options.output ?? '')
      const query = {
        ...(format !== 'json' && { format }),
        ...(!options.translations && { translations: false }),
        ...(!options.theme && { theme: false }),
      }
      await writeDocument(context, await context.exactClient.presets.export({ params: { id }, query }), options)
    })
}
