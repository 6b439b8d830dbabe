import { ApiError } from '@hidesync/contract/client'
import { Option } from 'commander'
import { usageError } from '../command-line/cli-error.ts'
import { commandPath } from '../command-line/command-path.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { describeImport, type Imported } from './describe-import.ts'
import { formatOf, type ImportFormat, importFormats, importSource, nameOf } from './import-source.ts'

interface Options {
  readonly format?: ImportFormat
  readonly name?: string
  readonly rename?: boolean
  readonly dryRun?: boolean
  readonly translations: boolean
  readonly theme: boolean
}

async function importFile(context: CliContext, file: string, options: Options): Promise<Imported> {
  const format = options.format ?? formatOf(file)
  const name = options.name ?? nameOf(file, format)
  const body = await importSource(context, file, format)
  const query = {
    ...(name !== undefined && { name }),
    ...(options.rename && { on_conflict: 'rename' as const }),
    ...(options.dryRun && { dry_run: true }),
    ...(!options.translations && { translations: false }),
    ...(!options.theme && { theme: false }),
  }
  try {
    return await context.client.presets.import({ body, query })
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'workflow.name_taken')) throw error
    const detail = `${cleanLine(file)}: a workflow of yours has this name already. Import it beside that one with --rename, or under another --name.`
    throw new ApiError(error.status, { detail, code: error.code, request_id: error.body.request_id })
  }
}

export const registerImport: Register = (parent, open) => {
  const path = commandPath(parent, 'import')
  parent
    .command('import')
    .description('Import workflows from presets and other files, each file wholly or not at all.')
    .argument(
      '<file...>',
      'Presets, how-tos in saved web pages, BPMN, tables or lists of steps; “-” is the standard input.',
    )
    .addOption(
      new Option('--format <format>', 'What the files are (default: as each ends, else json).').choices(importFormats),
    )
    .option('--name <name>', 'What it is called (default: as the file says).')
    .option('--rename', 'Where the name is taken, import as “Name (2)”.')
    .option('--no-translations', 'Leave out the texts in other languages.')
    .option('--no-theme', 'Leave out the colours.')
    .option('--dry-run', 'Only check, store nothing.')
    .addHelpText(
      'after',
      examples(
        `${path} wallet.json`,
        `${path} candles.html`,
        `${path} --dry-run steps.csv`,
        `${path} --rename presets/*.json`,
      ),
    )
    .action(async (files: readonly string[], options: Options, command) => {
      const context = await open(command)
      if (options.name !== undefined && files.length > 1) throw usageError('Give --name with one file only.')
      const describe = (imported: Imported) => describeImport(context.terminal, imported, options.dryRun === true)
      const done: Imported[] = []
      for (const file of files) {
        try {
          done.push(await importFile(context, file, options))
        } catch (error) {
          if (done.length > 0) remark(context, done.map(describe).join('\n'))
          if (files.length > 1) remark(context, `${cleanLine(file)} was not imported, nor what follows it:`)
          throw error
        }
      }
      // One file gives one workflow, several a list of them.
      show(context, files.length === 1 ? done[0] : done, () => done.map(describe).join('\n'))
    })
}
