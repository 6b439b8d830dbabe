import { writeFile } from 'node:fs/promises'
import { CliError } from '../command-line/cli-error.ts'
import { examples, type Register, remark } from '../command-line/context.ts'
import { printableJson } from '../terminal/clean-text.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

interface Options {
  readonly output?: string
  readonly force?: boolean
}

async function save(file: string, text: string, overwrite: boolean): Promise<void> {
  try {
    await writeFile(file, text, { flag: overwrite ? 'w' : 'wx' })
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (code === 'EEXIST')
      throw new CliError('cli.file_exists', `${file} exists already. Overwrite it with --force.`, 1)
    if (typeof code === 'string') throw new CliError('cli.file', `${file} cannot be written (${code}).`, 1)
    throw error
  }
}

export const registerExport: Register = (parent, open) => {
  parent
    .command('export')
    .description('Write a workflow as a preset, to the standard output or a file.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('-o, --output <file>', 'Write to this file.')
    .option('--force', 'Overwrite the file if it exists.')
    .addHelpText('after', examples('export 3 > wallet.json', 'export "Basic Leather" -o wallet.json'))
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const document = printableJson(await context.exactClient.presets.export({ params: { id } }))
      if (options.output === undefined) return context.terminal.out(document)
      await save(options.output, `${document}\n`, options.force === true)
      if (context.json) context.terminal.out(document)
      else remark(context, `Wrote ${options.output}.`)
    })
}
