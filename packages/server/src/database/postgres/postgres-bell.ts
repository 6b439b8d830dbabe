import { Client } from 'pg'
import { LocalBell } from '../bell.ts'

const channel = 'hidesync_events'
/** Milliseconds until a connection that broke is tried again. */
const patience = 1000

/**
 * A bell that all processes at one database server hear, by LISTEN and NOTIFY on a connection of its own. Notifying in the transactions that
 * have the news would make their commits wait for each other.
 */
export class PostgresBell extends LocalBell {
  readonly #databaseUrl: string
  #client: Promise<Client> | null = null
  #retry: NodeJS.Timeout | null = null
  #closed = false

  constructor(databaseUrl: string) {
    super()
    this.#databaseUrl = databaseUrl
  }

  override listen(heard: () => void): () => void {
    const stop = super.listen(heard)
    // What listens is opened by the first who waits.
    void this.#connected().catch(() => this.#strikeLater())
    return stop
  }

  /** At the end of gathering: told to all, this process among them. */
  protected override strike(): void {
    void this.#connected()
      .then(client => client.query('select pg_notify($1, $2)', [channel, '']))
      .catch(() => super.strike())
  }

  override async close(): Promise<void> {
    this.#closed = true
    await super.close()
    if (this.#retry !== null) clearTimeout(this.#retry)
    const client = await this.#client?.catch(() => null)
    await client?.end().catch(() => {})
  }

  #connected(): Promise<Client> {
    if (this.#closed) return Promise.reject(new Error('The bell is closed.'))
    this.#client ??= this.#connect()
    return this.#client
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.#databaseUrl,
      application_name: 'hidesync-workflows events',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    const lost = () => {
      this.#client = null
      if (!this.#closed) this.#strikeLater()
    }
    client.on('notification', () => super.strike())
    client.on('error', () => {})
    client.on('end', lost)
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch (error) {
      client.removeListener('end', lost)
      this.#client = null
      await client.end().catch(() => {})
      throw error
    }
    // What was rung before anybody listened.
    super.strike()
    return client
  }

  /** Those who wait look for themselves, and by waiting again have it listen again. */
  #strikeLater(): void {
    if (this.#closed) return
    this.#retry ??= setTimeout(() => {
      this.#retry = null
      super.strike()
    }, patience).unref()
  }
}
