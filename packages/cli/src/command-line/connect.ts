import { createClient, type Client } from '@hidesync/contract/client'
import { cleanJson, cleanText } from '../terminal/clean-text.ts'
import type { Session } from '../identity/session.ts'
import { usageError } from './cli-error.ts'

export const defaultServer = 'http://127.0.0.1:3000'

/** The address as it is kept and shown: http or https, no slash at the end. */
export function serverAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null
  if (address === null || !['http:', 'https:'].includes(address.protocol))
    throw usageError(`“${text}” is no address of a server. Give one such as ${defaultServer}.`)
  return `${address.origin}${address.pathname.replace(/\/+$/, '')}`
}

/** Whether an address is on this very machine. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)

const strange = {
  detail: 'This is no HideSync server: it answers with something else than JSON. Check the address.',
  code: 'cli.not_a_server',
  request_id: '',
}

const isJson = (headers: Headers): boolean =>
  /^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? 'application/json')

/**
 * Reads each answer to its end, so that a connection lost in its middle counts as not reached, and refuses what is not JSON. With `clean`
 * every text in it is made fit for a terminal before anything else sees it.
 */
export const answers =
  (send: typeof fetch, { clean }: { readonly clean: boolean }): typeof fetch =>
  async (input, init) => {
    const response = await send(input, init)
    const text = await response.text()
    const { status, headers } = response
    if (status === 204 || text === '') return new Response(null, { status, headers })
    // Our servers give every answer a request id; another kind of text from them is a document that was asked for.
    if (response.ok && headers.has('x-request-id') && !isJson(headers))
      return new Response(clean ? cleanText(text) : text, { status, headers })
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return response.ok ? Response.json(strange, { status: 502 }) : new Response(text, { status, headers })
    }
    return new Response(clean ? JSON.stringify(cleanJson(value)) : text, { status, headers })
  }

/** A server that does not answer in this time counts as not reached. */
const patience = 30_000
export const impatient: typeof fetch = (input, init) =>
  fetch(input, {
    ...init,
    signal: AbortSignal.any([AbortSignal.timeout(patience), ...(init?.signal ? [init.signal] : [])]),
  })

/** A clock that follows the server's, so that a timer shows the same as elsewhere on a machine whose clock is off. */
export class ServerClock {
  #ahead = 0
  readonly now = (): number => Date.now() + this.#ahead

  /** Listens to the `Date` of the answers, which is precise to the second. */
  readonly listening =
    (send: typeof fetch): typeof fetch =>
    async (input, init) => {
      const response = await send(input, init)
      const there = Date.parse(response.headers.get('date') ?? '')
      const ahead = there + 500 - Date.now()
      if (Number.isFinite(ahead)) this.#ahead = Math.abs(ahead) < 2000 ? 0 : ahead
      return response
    }
}

export function connect(server: string, session: Session, send: typeof fetch): Client {
  return createClient({
    baseUrl: server,
    token: () => session.token(),
    onUnauthorized: () => session.renew(),
    headers: () => ({ 'user-agent': 'hidesync-cli' }),
    fetch: send,
  })
}
