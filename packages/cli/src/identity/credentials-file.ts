import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { CliError } from '../command-line/cli-error.ts'

/** How one is signed in at one server: by a session that renews itself, or by an API token. */
export type ServerCredentials =
  | {
      readonly kind: 'session'
      readonly email: string
      readonly access_token: string
      /** Epoch milliseconds. */
      readonly expires_at: number
      readonly refresh_token: string
    }
  | { readonly kind: 'token'; readonly email: string; readonly token: string }

export interface Credentials {
  readonly version: 1
  /** The server that was signed in to last: the one meant when none is named. */
  readonly server: string | null
  readonly servers: Readonly<Record<string, ServerCredentials>>
}

const none: Credentials = { version: 1, server: null, servers: {} }
/** Longer than the one call to the server that is made under the lock may take. */
const lockPatience = 40_000
const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))
const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code

/** `$XDG_CONFIG_HOME/hidesync/credentials.json`, else under `~/.config` (`%APPDATA%` on Windows). */
export function credentialsPath(environment: Readonly<Record<string, string | undefined>>): string {
  const base =
    environment['XDG_CONFIG_HOME'] ||
    (process.platform === 'win32' && environment['APPDATA']) ||
    join(environment['HOME'] || homedir(), '.config')
  return join(base, 'hidesync', 'credentials.json')
}

/** The file of sign-ins: readable by its owner alone, replaced as a whole, changed by one process at a time. */
export class CredentialsFile {
  constructor(readonly path: string) {}

  async read(): Promise<Credentials> {
    let text: string
    try {
      text = await readFile(this.path, 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return none
      throw this.#unusable('cannot be read', error)
    }
    try {
      const value = JSON.parse(text) as Credentials | null
      if (value?.version !== 1 || typeof value.servers !== 'object' || value.servers === null)
        throw new TypeError('The file has another form.')
      return value
    } catch (error) {
      throw this.#unusable('is damaged: delete it and sign in again', error)
    }
  }

  /** Reads, changes and writes while no other process does; `change` gets what stands there now. */
  async update<T>(change: (now: Credentials) => Promise<readonly [Credentials, T]>): Promise<T> {
    await this.#makeFolder()
    const unlock = await this.#lock()
    try {
      const now = await this.read()
      const [next, result] = await change(now)
      if (next !== now) await this.#write(next)
      return result
    } finally {
      await unlock()
    }
  }

  async #makeFolder(): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 })
    } catch (error) {
      throw this.#unusable('cannot be written', error)
    }
  }

  async #write(next: Credentials): Promise<void> {
    const draft = `${this.path}.${randomBytes(6).toString('hex')}`
    try {
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(`${JSON.stringify(next, null, 2)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
      await chmod(draft, 0o600)
      await rename(draft, this.path)
    } catch (error) {
      await rm(draft, { force: true })
      throw this.#unusable('cannot be written', error)
    }
  }

  /** A lock that is older than anybody may hold it was left over by a process that died. */
  async #lock(): Promise<() => Promise<void>> {
    const path = `${this.path}.lock`
    for (;;) {
      try {
        await (await open(path, 'wx', 0o600)).close()
        return () => rm(path, { force: true })
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw this.#unusable('cannot be written', error)
      }
      const since = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      )
      if (Date.now() - since > lockPatience) await rm(path, { force: true })
      else await pause(25 + Math.random() * 50)
    }
  }

  #unusable(what: string, cause: unknown): CliError {
    const reason = codeOf(cause)
    return new CliError(
      'cli.credentials',
      `${this.path} ${what}${typeof reason === 'string' ? ` (${reason})` : ''}.`,
      1,
    )
  }
}
