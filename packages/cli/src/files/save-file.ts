import { writeFile } from 'node:fs/promises'
import { CliError } from '../command-line/cli-error.ts'

/** Writes a file whole; one that exists already is kept unless `overwrite`. */
export async function saveFile(file: string, text: string, overwrite: boolean): Promise<void> {
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
