import type { TranslationInput } from '@hidesync/contract/translations/translation.schemas'
import { RawBody } from '@hidesync/contract/http/raw-body'
import { CliError, usageError } from '../command-line/cli-error.ts'
import { parseStrictJson } from '../presets/strict-json.ts'

export const translationFormats = ['csv', 'json'] as const
export type TranslationFormat = (typeof translationFormats)[number]

/** What the ending of a file's name says. */
export const formatOf = (file: string): TranslationFormat => (/\.json$/i.test(file) ? 'json' : 'csv')

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The file as the API takes it. A translator's file names its language: it has to be the one that is meant. */
export function translationBody(
  { file, text, format }: { readonly file: string; readonly text: string; readonly format: TranslationFormat },
  locale: string,
): TranslationInput | RawBody {
  if (format === 'csv') return new RawBody('text/csv', new TextEncoder().encode(text))
  const read = parseStrictJson(text)
  if (!read.ok) {
    const { message, line, column } = read.problem
    throw new CliError('cli.malformed', `${file}, line ${line}, column ${column}: ${message}`, 5)
  }
  const { value } = read
  if (!isObject(value)) throw new CliError('cli.malformed', `${file} holds no translation.`, 5)
  if (!Array.isArray(value['texts'])) return value
  const { workflow_id: _workflow, source_locale: _source, locale: written, ...input } = value
  if (typeof written === 'string' && written !== locale)
    throw usageError(`${file} holds the texts in “${written}”, not in “${locale}”.`)
  return input
}
