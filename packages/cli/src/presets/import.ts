import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { CliError } from '../command-line/cli-error.ts'
import { commandPath } from '../command-line/command-path.ts'
import { type CliContext, examples, type Register, remark, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { plural } from '../terminal/words.ts'
import { readPresetFile } from './read-preset-file.ts'

type Imported = RouteOutput<Routes['presets']['import']>

interface Options {
  readonly rename?: boolean
  readonly dryRun?: boolean
}

async function importFile(context: CliContext, file: string, options: Options): Promise<Imported> {
  const read = await readPresetFile(context, file)
  if (!read.ok) {
    const { message, line, column } = read.problem
    throw new CliError('cli.malformed', `${file}, line ${line}, column ${column}: ${message}`, 5)
  }
  return await context.client.presets.import({
    body: read.value as JsonValue,
    query: { ...(options.rename && { on_conflict: 'rename' as const }), ...(options.dryRun && { dry_run: true }) },
  })
}

const describe = (imported: Imported, dryRun: boolean): string =>
  dryRun
    ? `“${cleanLine(imported.name)}” can be imported (${plural(imported.step_count, 'step')}); nothing was stored.`
    : `Imported “${cleanLine(imported.name)}” as workflow ${imported.id} (${plural(imported.step_count, 'step')}).`

export const registerImport: Register = (parent, open) => {
  const path = commandPath(parent, 'import')
  parent
    .command('import')
    .description('Import presets as workflows, each file wholly or not at all.')
    .argument('<file...>', 'Preset files; “-” is the standard input.')
    .option('--rename', 'Where the name is taken, import as “Name (2)”.')
    .option('--dry-run', 'Only check, store nothing.')
    .addHelpText(
      'after',
      examples(`${path} wallet.json`, `${path} --rename presets/*.json`, `${path} --dry-run wallet.json`),
    )
    .action(async (files: readonly string[], options: Options, command) => {
      const context = await open(command)
      const done: Imported[] = []
      for (const file of files) {
        try {
          done.push(await importFile(context, file, options))
        } catch (error) {
          if (done.length > 0) remark(context, done.map(each => describe(each, options.dryRun === true)).join('\n'))
          if (files.length > 1) remark(context, `${cleanLine(file)} was not imported, nor what follows it:`)
          throw error
        }
      }
      // One file gives one workflow, several a list of them.
      show(context, files.length === 1 ? done[0] : done, () =>
        done.map(each => describe(each, options.dryRun === true)).join('\n'),
      )
    })
}
