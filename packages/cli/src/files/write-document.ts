import { type CliContext, remark } from '../command-line/context.ts'
import { printableJson } from '../terminal/clean-text.ts'
import { saveFile } from './save-file.ts'

export interface WriteOptions {
  readonly output?: string
  readonly force?: boolean
}

/**
 * Gives a document that was asked for to the standard output, or to a file; text as it is, all else as JSON. With `--json` a text is
 * shown as a JSON text.
 */
export async function writeDocument(context: CliContext, document: unknown, options: WriteOptions): Promise<void> {
  const text = typeof document === 'string' ? document.replace(/\n$/, '') : printableJson(document)
  const shown = context.json ? printableJson(document) : text
  if (options.output === undefined) return context.terminal.out(shown)
  await saveFile(options.output, `${text}\n`, options.force === true)
  if (context.json) context.terminal.out(shown)
  else remark(context, `Wrote ${options.output}.`)
}
