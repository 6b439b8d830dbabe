import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../tests/support/server-process.ts'
import type { CleanUp } from './clean-up.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Program {
  /** Relative to the repository. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
}

export interface RunningServer {
  readonly url: string
  readonly pid: number
  /** Milliseconds from its start to the first 200 of /readyz. */
  readonly ready_after: number
  /** The end of what it has printed. */
  readonly output: () => string
  /** SIGTERM; throws unless it ends with code 0. */
  stop(): Promise<void>
}

const patience = 60_000
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

const isReady = (url: string) =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    async response => (await response.arrayBuffer(), response.ok),
    () => false,
  )

const gone = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Starts a server in a process of its own and waits until it is ready, or throws with what it printed. */
export async function startServer({ script, env }: Program, cleanUp: CleanUp): Promise<RunningServer> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const extra = process.env['BENCH_NODE_OPTIONS']
  const child = spawn(process.execPath, [...(extra ? extra.split(' ') : []), script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
  })
  let printed = ''
  child.stdout.on('data', chunk => (printed += String(chunk)))
  child.stderr.on('data', chunk => (printed += String(chunk)))
  cleanUp.add(async () => {
    child.kill('SIGKILL')
    await gone(child)
  })

  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${script} ended with ${child.exitCode ?? child.signalCode}:\n${printed}`)
    if (performance.now() - began > patience) throw new Error(`${script} was not ready within a minute:\n${printed}`)
    await pause(2)
  }
  const { pid } = child
  if (pid === undefined) throw new Error(`${script} has no process`)
  return {
    url,
    pid,
    ready_after: performance.now() - began,
    output: () => printed.slice(-5000),
    stop: async () => {
      child.kill('SIGTERM')
      await gone(child)
      if (child.exitCode !== 0)
        throw new Error(`${script} ended with ${child.exitCode ?? child.signalCode} when asked to stop:\n${printed}`)
    },
  }
}
