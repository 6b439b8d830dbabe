import { CliError } from '../../command-line/cli-error.ts'
import type { ExitCode } from '../../command-line/exit-codes.ts'
import { parseStrictJson } from '../strict-json.ts'

/** How long one page may take, from the question to its last byte. */
const patience = 30_000
/** All pages of a feed together, unpacked. */
export const largestFeed = 64 * 1024 * 1024

export const feedError = (code: string, detail: string, exitCode: ExitCode): CliError =>
  new CliError(`cli.feed_${code}`, detail, exitCode)

function refuseStatus(url: string, response: Response): void {
  const { status } = response
  if (status >= 300 && status < 400) {
    const target = response.headers.get('location') ?? ''
    const there = URL.canParse(target, url) ? ` to ${new URL(target, url).href}` : ''
    throw feedError('moved', `${url} sends on${there}. If you trust that address, subscribe to it.`, 5)
  }
  if (status === 404)
    throw feedError(
      'not_found',
      `There is no feed at ${url}: the installation offers none, or the address is wrong.`,
      4,
    )
  if (status === 429 || status >= 500) throw feedError('unreachable', `${url} answered ${status}. Try again later.`, 6)
  if (!response.ok) throw feedError('refused', `${url} answered ${status} instead of a feed.`, 1)
}

async function readBytes(url: string, body: Response['body'], room: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > room)
      throw feedError('too_large', `The feed at ${url} is larger than ${largestFeed / 1024 / 1024} MB: not read.`, 5)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readText(url: string, room: number): Promise<string> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/feed+json, application/json', 'user-agent': 'hidesync-cli' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    refuseStatus(url, response)
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(url, response.body, room))
  } catch (error) {
    if (error instanceof CliError) throw error
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw feedError('invalid', `What ${url} answers is no UTF-8 text, and so no feed.`, 5)
    if (error instanceof Error && error.name === 'TimeoutError')
      throw feedError('unreachable', `${url} took longer than ${patience / 1000} s. Try again later.`, 6)
    throw feedError('unreachable', `${url} could not be reached, or broke off. Check the connection.`, 6)
  }
}

/** One page of a feed, from its own address alone, at most `room` bytes of strict JSON. Throws a sentence for a person. */
export async function fetchPage(
  url: string,
  room: number,
): Promise<{ readonly value: unknown; readonly size: number }> {
  const text = await readText(url, room)
  const read = parseStrictJson(text)
  if (read.ok) return { value: read.value, size: Buffer.byteLength(text) }
  const { message, line, column } = read.problem
  throw feedError('invalid', `What ${url} answers is no feed. Line ${line}, column ${column}: ${message}`, 5)
}
