import { ApiError } from '@hidesync/contract/client'
import type { ErrorBody } from '@hidesync/contract/http/schemas'
import { CommanderError } from 'commander'
import { cleanLine, cleanText, printableJson } from '../terminal/clean-text.ts'
import { cutTo } from '../terminal/display-width.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { wrap } from '../terminal/wrap.ts'
import { CliError } from './cli-error.ts'

/** Any failure in the error form of the API. */
export function errorBodyOf(error: unknown): ErrorBody {
  if (error instanceof ApiError) return error.body
  if (error instanceof CliError)
    return {
      detail: error.message,
      code: error.code,
      ...(error.errors === undefined ? {} : { errors: error.errors }),
      request_id: '',
    }
  if (error instanceof CommanderError)
    return { detail: error.message.replace(/^error: /, ''), code: 'cli.usage', request_id: '' }
  const detail = error instanceof Error ? error.message : String(error)
  return { detail, code: 'cli.failure', request_id: '' }
}

const hintOf = (error: unknown, server: string): string | null => {
  if (!(error instanceof ApiError)) return null
  if (error.status === 0)
    return `Asked ${server}. Is it running (npm start)? Another one: --server URL or HIDESYNC_SERVER.`
  if (error.status === 401 && error.code !== 'auth.invalid_credentials') return 'Sign in with: hidesync login'
  if (error.status === 429 && error.retryAfter !== null) return `Try again in ${error.retryAfter} s.`
  return null
}

/** Says on the standard error what went wrong: a sentence for people, the error form with `--json`. */
export function reportError(error: unknown, terminal: Terminal, options: { json: boolean; server: string }): void {
  const body = errorBodyOf(error)
  if (options.json) return terminal.err(printableJson(body))
  const { style, width } = terminal
  const [detail = '', ...list] = cleanText(body.detail).split('\n')
  terminal.err(style.bad(wrap(detail, width).join('\n')))
  // What stands below the sentence is a list, aligned by who wrote it.
  for (const line of list) terminal.err(cutTo(line, width))
  for (const { path, message } of body.errors ?? [])
    terminal.err(wrap(`${path === '' ? '' : `${cleanLine(path)}: `}${cleanLine(message)}`, width, '  • ').join('\n'))
  const hint = hintOf(error, options.server)
  if (hint !== null) terminal.err(wrap(hint, width).join('\n'))
  if (error instanceof ApiError && error.status >= 500 && body.request_id !== '')
    terminal.err(`Request ${cleanLine(body.request_id)}`)
}
