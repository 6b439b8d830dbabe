import { readFile, stat } from 'node:fs/promises'
import { notFound, usageError } from '../command-line/cli-error.ts'
import type { CliContext } from '../command-line/context.ts'
import { readAll } from '../terminal/read-all.ts'

/** As large as the server takes. */
const largest = 5 * 1024 * 1024

/** The text of a file, at most 5 MB of UTF-8. `-` is the standard input. Throws what the person has to mend. */
export async function readTextFile({ host }: CliContext, file: string): Promise<string> {
  if (file === '-') return readAll(host.stdin, largest)
  try {
    const { size } = await stat(file)
    if (size > largest) throw usageError(`${file} has ${Math.ceil(size / 1024 / 1024)} MB; 5 MB are taken at most.`)
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (code === 'ENOENT') throw notFound(`There is no file ${file}.`)
    if (code === 'EISDIR') throw usageError(`${file} is a folder. Name the files in it, such as ${file}/*.json.`)
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw usageError(`${file} is no UTF-8 text.`)
    if (typeof code === 'string' && code.startsWith('E')) throw usageError(`${file} cannot be read (${code}).`)
    throw error
  }
}
