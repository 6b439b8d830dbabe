import { parseDocument } from 'yaml'
import { usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { formatOf } from './import-source.ts'
import { parseStrictJson, type ReadJson } from './strict-json.ts'

function parseYaml(text: string): ReadJson {
  const document = parseDocument(text, { uniqueKeys: true })
  const [error] = document.errors
  if (error === undefined) return { ok: true, value: document.toJS({ maxAliasCount: 0 }) as unknown }
  const [reason = ''] = error.message.split(/ at line \d+/)
  const { line = 1, col: column = 1 } = error.linePos?.[0] ?? {}
  return { ok: false, problem: { message: `This is no YAML: ${reason}.`, line, column } }
}

/** What a preset holds, or what is wrong with its text. `-` is the standard input. Throws for what a server has to read. */
export async function readPresetFile(context: CliContext, file: string): Promise<ReadJson> {
  const format = formatOf(file)
  if (format !== 'json' && format !== 'yaml')
    throw usageError(`${file} is no preset in JSON or YAML. Let a server read it: hidesync import --dry-run ${file}`)
  const text = await readTextFile(context, file)
  return format === 'yaml' ? parseYaml(text) : parseStrictJson(text)
}
