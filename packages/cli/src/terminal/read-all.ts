import { usageError } from '../command-line/cli-error.ts'

/** Everything that is piped in, up to `limit` characters. */
export async function readAll(stdin: NodeJS.ReadStream, limit = 10_000_000): Promise<string> {
  if (stdin.isTTY) throw usageError('Nothing is piped in. Use a pipe or “< file”.')
  stdin.setEncoding('utf8')
  let text = ''
  for await (const chunk of stdin) {
    text += String(chunk)
    if (text.length > limit) throw usageError(`More than ${limit} characters are piped in.`)
  }
  return text
}
