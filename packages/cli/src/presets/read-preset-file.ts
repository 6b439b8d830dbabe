import type { CliContext } from '../command-line/context.ts'
import { readTextFile } from '../files/read-text-file.ts'
import { parseStrictJson } from './strict-json.ts'

/** What a file holds, or what is wrong with its text. `-` is the standard input. */
export async function readPresetFile(context: CliContext, file: string): Promise<ReturnType<typeof parseStrictJson>> {
  return parseStrictJson(await readTextFile(context, file))
}
