import type { EnumValue } from '@hidesync/contract/enums/enum.schemas'
import { enumTypes } from '@hidesync/domain/workflows/enum-types'
import type { Command } from 'commander'
import { usageError } from '../command-line/cli-error.ts'
import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import { wholeNumber } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { table } from '../terminal/table.ts'
import { enumType } from './enum-type.ts'

const typeHelp = `Which enumeration: ${enumTypes.map(type => type.replace(/^workflow_/, '')).join(', ')}.`
const codeHelp = 'The code of the value, such as glue_up.'
const localeHelp = 'The text is in this language, such as de, and stands beside the English one.'

interface Texts {
  readonly text?: string
  readonly description?: string
  readonly order?: number
  readonly locale?: string
}

const addTexts = (command: Command): Command =>
  command
    .option('--description <text>', 'What it means; “” removes it.')
    .option('--order <n>', 'Its place in lists.', wholeNumber)
    .option('--locale <code>', localeHelp)

const descriptionOf = (text: string | undefined): string | null => text || null

/** `text`: what it is called in the language that was asked for. */
const say = (context: CliContext, value: EnumValue, what: string, text = value.display_text): void =>
  show(context, value, () => `${what} “${cleanLine(text)}” (${value.code}).`)

const registerList: Register = (parent, open) => {
  parent
    .command('list')
    .description('List the values of an enumeration, with what they are called.')
    .argument('<type>', typeHelp, enumType)
    .option('--locale <code>', 'In this language, such as de, as far as there are texts in it.')
    .addHelpText(
      'after',
      examples('enums list step_type', 'enums list step_type --locale de', 'enums list status --json'),
    )
    .action(async (type: string, { locale }: { readonly locale?: string }, command) => {
      const context = await open(command)
      const query = { texts: true }
      const values = await context.client.enums.list(
        { params: { type }, query },
        locale === undefined ? {} : { locale },
      )
      show(context, values, () =>
        table(
          context.terminal,
          [
            { title: 'Code', cell: row => row.code },
            { title: 'Text', cell: row => row.display_text },
            { title: 'Whose', cell: row => (row.is_system ? 'system' : 'own') },
            { title: 'Languages', cell: row => ['en', ...Object.keys(row.texts ?? {})].join(' ') },
            { title: 'Description', cell: row => row.description ?? '', flexible: true },
          ],
          values,
        ),
      )
    })
}

const registerAdd: Register = (parent, open) => {
  addTexts(parent.command('add'))
    .description('Add a value of your own; superusers may. Texts in other languages: “enums change --locale”.')
    .argument('<type>', typeHelp, enumType)
    .argument('<code>', 'A new code of small letters, digits and underscores.')
    .argument('<text>', 'What it is called.')
    .addHelpText('after', examples('enums add step_type glue_up "Glue-up" --description "Bring glued parts together."'))
    .action(async (type: string, code: string, ...[text, options, command]: [string, Texts, Command]) => {
      const { locale, description, order } = options
      if (locale !== undefined && locale !== 'en')
        throw usageError('Add it in English first, then: hidesync enums change <type> <code> --text … --locale …')
      const context = await open(command)
      const body = {
        code,
        display_text: text,
        ...(description !== undefined && { description: descriptionOf(description) }),
        ...(order !== undefined && { display_order: order }),
      }
      say(context, await context.client.enums.create({ params: { type }, body }), 'Added')
    })
}

/** What changes in one language beside English. Its text and description go together, so that what is not stated stays. */
async function textIn(
  { exactClient }: CliContext,
  { type, code }: { readonly type: string; readonly code: string },
  { locale = '', text, description }: Texts,
) {
  const values = await exactClient.enums.list({ params: { type }, query: { texts: true } })
  const before = values.find(value => value.code === code)?.texts?.[locale]
  const display_text = text ?? before?.display_text
  if (display_text === undefined) throw usageError(`“${cleanLine(code)}” has no text in ${locale} yet: give --text.`)
  const kept = before?.description ?? null
  return { [locale]: { display_text, description: description === undefined ? kept : descriptionOf(description) } }
}

const registerChange: Register = (parent, open) => {
  addTexts(parent.command('change'))
    .description(
      'Change what a value is called, also one of the system, in English or another language; superusers may.',
    )
    .argument('<type>', typeHelp, enumType)
    .argument('<code>', codeHelp)
    .option('--text <text>', 'What it is called.')
    .addHelpText(
      'after',
      examples(
        'enums change step_type glue_up --text "Gluing up"',
        'enums change step_type glue_up --text Verleimen --locale de',
      ),
    )
    .action(async (type: string, code: string, options: Texts, command) => {
      const { text, description, order, locale } = options
      if (text === undefined && description === undefined && order === undefined)
        throw usageError('Say what changes: --text, --description or --order.')
      const context = await open(command)
      const params = { type, code }
      const isOther = locale !== undefined && locale !== 'en' && (text !== undefined || description !== undefined)
      const body = {
        ...(order !== undefined && { display_order: order }),
        ...(isOther
          ? { texts: await textIn(context, params, options) }
          : {
              ...(text !== undefined && { display_text: text }),
              ...(description !== undefined && { description: descriptionOf(description) }),
            }),
      }
      const changed = await context.client.enums.update({ params, body })
      say(context, changed, 'Changed', changed.texts?.[locale ?? '']?.display_text)
    })
}

const registerRemove: Register = (parent, open) => {
  parent
    .command('remove')
    .description('Remove a value of your own that nothing uses, or its text in one language; superusers may.')
    .argument('<type>', typeHelp, enumType)
    .argument('<code>', codeHelp)
    .option('--locale <code>', 'Remove only its text in this language.')
    .addHelpText('after', examples('enums remove step_type glue_up', 'enums remove step_type glue_up --locale de'))
    .action(async (type: string, code: string, { locale }: { readonly locale?: string }, command) => {
      const context = await open(command)
      const params = { type, code }
      if (locale === undefined) await context.client.enums.delete({ params })
      else await context.client.enums.update({ params, body: { texts: { [locale]: null } } })
      show(
        context,
        null,
        () => `“${cleanLine(code)}” ${locale === undefined ? 'is gone' : `has no text in ${locale} now`}.`,
      )
    })
}

export const registerEnums: Register = (parent, open) => {
  const enums = parent
    .command('enums')
    .description('What step types, statuses and the like are called, in every language, and values of your own.')
  for (const register of [registerList, registerAdd, registerChange, registerRemove]) register(enums, open)
}
