import { build } from 'esbuild'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a run of the terminal client left behind. */
export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The standard output as JSON. */
  readonly json: () => unknown
  /** The standard error as JSON: the error form. */
  readonly error: () => { readonly code: string; readonly detail: string }
}

export interface RunOptions {
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** A terminal client in a process of its own that is still running. */
export interface RunningCli {
  readonly child: ChildProcessWithoutNullStreams
  readonly type: (line: string) => void
  /** Resolves once the output so far holds the text. */
  readonly shows: (text: string) => Promise<void>
  readonly output: () => string
  readonly end: Promise<CliResult>
}

/** The terminal client, bundled once, with a home of its own: what it stores is gone after `close`. */
export interface CliUnderTest {
  readonly home: string
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<CliResult>
  readonly start: (args: readonly string[], options?: RunOptions) => RunningCli
  readonly close: () => void
}

/** The document that one stream holds; if it holds none, what the other said tells why. */
function parsed(text: string, other: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`This is no JSON document: “${text}”. The other stream says: “${other}”.`)
  }
}

const bundleInto = (folder: string) =>
  build({
    entryPoints: { hidesync: fileURLToPath(new URL('../main.ts', import.meta.url)) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })

export async function openCli(environment: Readonly<Record<string, string>> = {}): Promise<CliUnderTest> {
  const home = mkdtempSync(join(tmpdir(), 'hidesync-cli-'))
  await bundleInto(home)

  const start = (args: readonly string[], options: RunOptions = {}): RunningCli => {
    const child = spawn(process.execPath, [join(home, 'hidesync.mjs'), ...args], {
      cwd: home,
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        XDG_CONFIG_HOME: join(home, 'config'),
        TZ: 'UTC',
        ...environment,
        ...options.environment,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    const waiting = new Set<() => void>()
    const heard = (): void => {
      for (const check of waiting) check()
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => ((stdout += text), heard()))
    child.stderr.setEncoding('utf8').on('data', (text: string) => ((stderr += text), heard()))
    child.stdin.on('error', () => undefined)
    const end = new Promise<CliResult>(resolve =>
      child.on('close', code => {
        resolve({
          code,
          stdout,
          stderr,
          json: () => parsed(stdout, stderr),
          error: () => parsed(stderr, stdout) as { code: string; detail: string },
        })
        heard()
      }),
    )
    const shows = (text: string): Promise<void> =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = (stdout + stderr).includes(text)
          if (!found && child.exitCode === null) return
          waiting.delete(check)
          if (found) resolve()
          else reject(new Error(`It ended without showing “${text}”:\n${stdout}\n${stderr}`))
        }
        waiting.add(check)
        check()
      })
    return { child, type: line => void child.stdin.write(`${line}\n`), shows, output: () => stdout + stderr, end }
  }

  return {
    home,
    start,
    run: (args, options = {}) => {
      const running = start(args, options)
      running.child.stdin.end(options.input ?? '')
      return running.end
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}
