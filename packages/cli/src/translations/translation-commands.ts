import { type Command, Option } from 'commander'
import { CliError } from '../command-line/cli-error.ts'
import { examples, type Register, show } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { writeDocument, type WriteOptions } from '../files/write-document.ts'
import { askYes } from '../terminal/prompts.ts'
import { table } from '../terminal/table.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'
import { describeReport, describeTexts } from './describe-translation.ts'
import { formatOf, translationBody, type TranslationFormat, translationFormats } from './translation-file.ts'

const workflowHelp = 'Its id, or the beginning of its name.'
const localeHelp = 'The code of the language, such as de or pt-BR.'

const registerList: Register = (parent, open) => {
  parent
    .command('list')
    .description('List the languages of a workflow, and how complete each is.')
    .argument('<workflow>', workflowHelp)
    .addHelpText('after', examples('translations list 3', 'translations list "Basic Leather" --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const languages = await context.client.translations.list({ params: { id } })
      show(context, languages, () =>
        languages.length === 0
          ? 'It is in no other language yet.'
          : table(
              context.terminal,
              [
                { title: 'Language', cell: row => row.locale },
                { title: 'Done', cell: row => `${row.done} of ${row.total}` },
                { title: 'Missing', cell: row => String(row.missing_count) },
                { title: 'Outdated', cell: row => String(row.outdated_count) },
              ],
              languages,
            ),
      )
    })
}

const registerShow: Register = (parent, open) => {
  parent
    .command('show')
    .description('Show the texts in one language below the original.')
    .argument('<workflow>', workflowHelp)
    .argument('<locale>', localeHelp)
    .addHelpText('after', examples('translations show 3 de', 'translations show 3 de --json'))
    .action(async (text: string, locale: string, _options, command) => {
      const context = await open(command)
      const params = { id: await resolveWorkflow(context, text), locale }
      const query = context.json ? {} : { format: 'json' as const }
      const texts = await context.client.translations.get({ params, query })
      show(context, texts, () =>
        typeof texts === 'object' && 'texts' in texts ? describeTexts(context.terminal, texts) : '',
      )
    })
}

const registerExport: Register = (parent, open) => {
  parent
    .command('export')
    .description('Write all texts for a translator, the original beside each.')
    .argument('<workflow>', workflowHelp)
    .argument('<locale>', `${localeHelp} It may be new.`)
    .addOption(
      new Option(
        '--format <format>',
        'A table for a spreadsheet, or JSON (default: as the file ends, else csv).',
      ).choices(translationFormats),
    )
    .option('-o, --output <file>', 'Write to this file.')
    .option('--force', 'Overwrite the file if it exists.')
    .addHelpText('after', examples('translations export 3 de -o german.csv', 'translations export 3 fr --format json'))
    .action(
      async (
        text: string,
        locale: string,
        options: WriteOptions & { readonly format?: TranslationFormat },
        command,
      ) => {
        const context = await open(command)
        const params = { id: await resolveWorkflow(context, text), locale }
        const format = options.format ?? formatOf(options.output ?? '')
        await writeDocument(context, await context.exactClient.translations.get({ params, query: { format } }), options)
      },
    )
}

const registerImport: Register = (parent, open) => {
  parent
    .command('import')
    .description('Take over what a translator sends back, and tell what of it was taken, outdated or unknown.')
    .argument('<workflow>', workflowHelp)
    .argument('<locale>', localeHelp)
    .argument('<file>', 'As “translations export” writes it; “-” is the standard input.')
    .addOption(
      new Option('--format <format>', 'What the file is (default: as it ends, else csv).').choices(translationFormats),
    )
    .option('--confirm', 'Texts that stay as they are were looked over: they are no longer outdated.')
    .addHelpText(
      'after',
      examples('translations import 3 de german.csv', 'translations import 3 fr - --format json < french.json'),
    )
    .action(
      async (
        text: string,
        locale: string,
        ...[file, options, command]: [
          string,
          { readonly format?: TranslationFormat; readonly confirm?: boolean },
          Command,
        ]
      ) => {
        const context = await open(command)
        const format = options.format ?? formatOf(file)
        const body = translationBody({ file, text: await readTextFile(context, file), format }, locale)
        const params = { id: await resolveWorkflow(context, text), locale }
        const query = options.confirm ? { confirm: true } : {}
        const result = await context.client.translations.put({ params, query, body })
        show(context, result, () =>
          'taken' in result ? describeReport(context.terminal, result) : `Replaced the texts in ${locale}.`,
        )
      },
    )
}

const registerRemove: Register = (parent, open) => {
  parent
    .command('remove')
    .description('Remove the texts in one language. This cannot be undone, so that it asks first.')
    .argument('<workflow>', workflowHelp)
    .argument('<locale>', localeHelp)
    .option('--yes', 'Do not ask.')
    .addHelpText('after', examples('translations remove 3 de', 'translations remove 3 de --yes'))
    .action(async (text: string, locale: string, options: { readonly yes?: boolean }, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const question = `Remove the texts in ${locale} of workflow ${id}?`
      if (options.yes !== true && !(await askYes(context.terminal, question, 'Give --yes.')))
        throw new CliError('cli.declined', 'Nothing was removed.', 1)
      await context.client.translations.delete({ params: { id, locale } })
      show(context, null, () => `Workflow ${id} has no texts in ${locale} any more.`)
    })
}

export const registerTranslations: Register = (parent, open) => {
  const translations = parent
    .command('translations')
    .description('Workflows in other languages, and files for translators.')
  for (const register of [registerList, registerShow, registerExport, registerImport, registerRemove])
    register(translations, open)
}
