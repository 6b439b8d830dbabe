import { examples, type Register, remark } from '../command-line/context.ts'
import { saveFile } from '../files/save-file.ts'
import { printableJson } from '../terminal/clean-text.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

interface Options {
  readonly output?: string
  readonly force?: boolean
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
      await saveFile(options.output, `${document}\n`, options.force === true)
      if (context.json) context.terminal.out(document)
      else remark(context, `Wrote ${options.output}.`)
    })
}
