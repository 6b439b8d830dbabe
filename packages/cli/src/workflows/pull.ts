import { examples, type Register, remark } from '../command-line/context.ts'
import { fileFormat } from '../files/file-format.ts'
import { saveFile } from '../files/save-file.ts'
import { readSource } from './read-source.ts'
import { resolveWorkflow } from './resolve-workflow.ts'
import { printWorkflowFile } from './workflow-file.ts'

interface Options {
  readonly output?: string
  readonly format?: 'yaml' | 'json'
  readonly force?: boolean
}

export const registerWorkflowPull: Register = (parent, open) => {
  parent
    .command('pull')
    .description('Write a workflow as a file to edit (YAML, or JSON), to the standard output or a file.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .option('-o, --output <file>', 'Write to this file; its ending says whether YAML or JSON.')
    .option('--format <format>', 'yaml or json.', fileFormat)
    .option('--force', 'Overwrite the file if it exists.')
    .addHelpText('after', examples('workflows pull 7 -o belt.yaml', 'workflows pull "Leather Belt" --format json'))
    .action(async (text: string, options: Options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const workflow = await readSource(context, id)
      const named = options.output?.endsWith('.json') === true || context.json ? 'json' : 'yaml'
      const document = printWorkflowFile(workflow, options.format ?? named)
      if (options.output === undefined) return context.terminal.out(document.trimEnd())
      await saveFile(options.output, document, options.force === true)
      remark(context, `Wrote ${options.output}. Bring it back with: hidesync workflows apply ${options.output}`)
    })
}
