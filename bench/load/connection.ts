import { Agent, request } from 'node:http'

/** One connection kept open, one request at a time: the way a person's client asks. */
export class Connection {
  readonly #origin: URL
  readonly #headers: Readonly<Record<string, string>>
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(origin: string, headers: Readonly<Record<string, string>>) {
    this.#origin = new URL(origin)
    this.#headers = headers
  }

  /** Sends an empty JSON object and reads the answer to its end; throws unless it is 200. */
  post(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.#origin.hostname,
          port: this.#origin.port,
          path,
          method: 'POST',
          agent: this.#agent,
          headers: { ...this.#headers, 'content-type': 'application/json', 'content-length': 2 },
        },
        response => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            if (response.statusCode === 200) resolve()
            else reject(new Error(`POST ${path} answered ${response.statusCode}: ${Buffer.concat(parts).toString()}`))
          })
        },
      )
      sent.on('error', reject)
      sent.end('{}')
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
