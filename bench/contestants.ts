import { createClient } from '@hidesync/contract/client'
import type { CleanUp } from './processes/clean-up.ts'
import { startServer, type Program, type RunningServer } from './processes/server-process.ts'
import { administrator, type People } from './seed/seed-people.ts'

/** A server that can be started anew on the same data. */
export class Contestant {
  readonly #program: Program
  readonly #cleanUp: CleanUp
  #running: RunningServer | null = null

  constructor(program: Program, cleanUp: CleanUp) {
    this.#program = program
    this.#cleanUp = cleanUp
  }

  get running(): RunningServer {
    if (this.#running === null) throw new Error(`${this.#program.script} is not running.`)
    return this.#running
  }

  get output(): string {
    return this.#running?.output() ?? ''
  }

  /** Starts it, ending the one that runs; answers with the seconds until it was ready. */
  async start(): Promise<number> {
    await this.stop()
    this.#running = await startServer(this.#program, this.#cleanUp)
    return this.#running.ready_after / 1000
  }

  async stop(): Promise<void> {
    await this.#running?.stop()
    this.#running = null
  }
}

/** The product's settings: its own, but for limits on how much one user may ask. */
export const productProgram = (database: Readonly<Record<string, string>>): Program => ({
  script: 'dist/server.mjs',
  env: {
    ...database,
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'warn',
  },
})

export const bareProgram = (
  script: string,
  database: Readonly<Record<string, string>>,
  { reader }: People,
): Program => ({ script, env: { ...database, BENCH_READER: String(reader.id) } })

/** Signs in as the reader; a token lasts longer than any one row takes. */
export async function signIn(url: string, { reader }: People): Promise<Readonly<Record<string, string>>> {
  const { email, password } = reader
  const { access_token } = await createClient({ baseUrl: url }).auth.token({ body: { email, password } })
  return { authorization: `Bearer ${access_token}` }
}
