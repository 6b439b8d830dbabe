import { basename, extname } from 'node:path'
import { RawBody } from '@hidesync/contract/http/raw-body'
import type { importFormatNames } from '@hidesync/contract/presets/preset.routes'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { CliError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { formatByEnding } from './format-by-ending.ts'
import { parseStrictJson } from './strict-json.ts'

/** The forms in which a workflow comes in, each with its media type. */
const mediaTypes = {
  json: 'application/json',
  yaml: 'application/yaml',
  howto: 'application/ld+json',
  html: 'text/html',
  bpmn: 'application/bpmn+xml',
  text: 'text/plain',
  csv: 'text/csv',
} as const satisfies Record<(typeof importFormatNames)[number], string>

export type ImportFormat = keyof typeof mediaTypes
export const importFormats = Object.keys(mediaTypes) as readonly ImportFormat[]

const usualEndings: Readonly<Record<string, ImportFormat>> = {
  yml: 'yaml',
  jsonld: 'howto',
  htm: 'html',
  xml: 'bpmn',
  txt: 'text',
  md: 'text',
  tsv: 'csv',
}

/** What the ending of a file's name says; JSON where it says nothing. */
export const formatOf = (file: string): ImportFormat => formatByEnding(file, importFormats, usualEndings) ?? 'json'

/** What a table is called that says nothing about it: as its file is. */
export function nameOf(file: string, format: ImportFormat): string | undefined {
  if (format !== 'csv' || file === '-') return undefined
  const name = basename(file, extname(file))
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
  return name === '' ? undefined : name
}

/** A file as the API takes it. JSON is looked at here, so that the answer names line and column; the other forms the server reads. */
export async function importSource(
  context: CliContext,
  file: string,
  format: ImportFormat,
): Promise<JsonValue | RawBody> {
  const text = await readTextFile(context, file)
  if (format !== 'json') return new RawBody(mediaTypes[format], new TextEncoder().encode(text))
  const read = parseStrictJson(text)
  if (read.ok) return read.value as JsonValue
  const { message, line, column } = read.problem
  throw new CliError('cli.malformed', `${file}, line ${line}, column ${column}: ${message}`, 5)
}
