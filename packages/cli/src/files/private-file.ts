import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { CliError } from '../command-line/cli-error.ts'

/** Longer than the one call to the server that is made under the lock may take. */
const lockPatience = 40_000
const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))
const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code

/** A file of ours in `$XDG_CONFIG_HOME/hidesync`, else under `~/.config` (`%APPDATA%` on Windows). */
export function privatePath(environment: Readonly<Record<string, string | undefined>>, name: string): string {
  const base =
    environment['XDG_CONFIG_HOME'] ||
    (process.platform === 'win32' && environment['APPDATA']) ||
    join(environment['HOME'] || homedir(), '.config')
  return join(base, 'hidesync', name)
}

/** What one such file holds. */
export interface PrivateContent<T> {
  /** What holds while there is no file. */
  readonly empty: T
  readonly isValid: (value: unknown) => value is T
  /** Of its errors, such as `cli.credentials`. */
  readonly code: `cli.${string}`
  /** What a person does about a damaged file: the end of a sentence. */
  readonly mend: string
}

/** What this machine remembers, as JSON: readable by its owner alone, replaced as a whole, changed by one process at a time. */
export class PrivateFile<T> {
  constructor(
    readonly path: string,
    private readonly content: PrivateContent<T>,
  ) {}

  async read(): Promise<T> {
    let text: string
    try {
      text = await readFile(this.path, 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return this.content.empty
      throw this.#unusable('cannot be read', error)
    }
    try {
      const value: unknown = JSON.parse(text)
      if (!this.content.isValid(value)) throw new TypeError('The file has another form.')
      return value
    } catch (error) {
      throw this.#unusable(`is damaged: ${this.content.mend}`, error)
    }
  }

  /** Reads, changes and writes while no other process does; `change` gets what stands there now. */
  async update<R>(change: (now: T) => Promise<readonly [T, R]>): Promise<R> {
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

  async #write(next: T): Promise<void> {
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
    const because = typeof reason === 'string' ? ` (${reason})` : ''
    return new CliError(this.content.code, `${this.path} ${what}${because}.`, 1)
  }
}
