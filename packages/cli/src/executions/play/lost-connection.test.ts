import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, onTestFailed, vi } from 'vitest'
import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import { openCliApp } from '../../testing/cli-app.ts'
import { openCli } from '../../testing/run-cli.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

const listen = (server: Server): Promise<string> =>
  new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  )

/** Passes everything on, but loses the first `losses` answers to a POST: the server has acted, and the client does not hear of it. */
async function lossyProxy(target: string, losses: number): Promise<{ url: string; keys: string[] }> {
  const keys: string[] = []
  let lost = 0
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request)
      const headers = { ...request.headers } as Record<string, string>
      delete headers['host']
      delete headers['connection']
      delete headers['content-length']
      const { method = 'GET' } = request
      const answer = await fetch(`${target}${request.url}`, { method, headers, ...(body !== '' && { body }) })
      const text = await answer.text()
      if (method === 'POST') {
        keys.push(headers['idempotency-key'] ?? '')
        if (lost < losses) {
          lost += 1
          return request.socket.destroy()
        }
      }
      return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
    })()
  })
  cleanups.push(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  return { url: await listen(server), keys }
}

describe('a connection that is lost in the middle of a command', () => {
  it('makes the client ask again with the same key, so that the command takes effect once', async () => {
    const place = await openCliApp()
    cleanups.push(() => place.close())
    const id = await place.startBox('Lossy')
    const proxy = await lossyProxy(place.app.url, 2)
    const { code, stdout, stderr } = await place.cli.run(['play', String(id)], {
      input: 'done\nquit\n',
      environment: { HIDESYNC_SERVER: proxy.url },
    })
    expect(code).toBe(0)
    expect(stderr).toContain('The server does not answer. Trying again')
    expect(stderr).toContain('The server is back.')
    expect(stdout).toContain('“Cut boards” is done.')
    expect(proxy.keys).toHaveLength(3)
    expect(new Set(proxy.keys).size).toBe(1)
    const client = place.app.client(place.app.admin.token)
    const history = await client.executions.history({ params: { id } })
    expect(history.map(entry => entry.action_type)).toEqual(['complete', 'start'])
  })

  it('is exit code 6 once the patience is over, with how to come back', async () => {
    const place = await openCliApp()
    cleanups.push(() => place.close())
    const id = await place.startBox('Lost for good')
    const proxy = await lossyProxy(place.app.url, 1000)
    const { code, stderr } = await place.cli.run(['play', String(id), '--patience', '0.6'], {
      input: 'done\nquit\n',
      environment: { HIDESYNC_SERVER: proxy.url },
    })
    expect(code).toBe(6)
    expect(stderr).toContain(`Come back with: hidesync play ${id}`)
  })
})

const repository = fileURLToPath(new URL('../../../../../', import.meta.url))
const password = 'a long enough password'

/** The real server in a process of its own, to be killed without warning. */
async function startServer(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(repository, 'packages/server/src/main.ts')], {
    cwd: repository,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      ADMIN_EMAIL: 'admin@example.test',
      ADMIN_PASSWORD: password,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  onTestFailed(() => console.error(`The server said:\n${output}`))
  await new Promise<void>((resolve, reject) => {
    const hear = (text: string): void => {
      output += text
      if (output.includes('is ready at')) resolve()
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('exit', code => reject(new Error(`The server ended (${code}):\n${output}`)))
  })
  cleanups.push(() => child.kill('SIGKILL'))
  return child
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  const port = Number(new URL(await listen(server)).port)
  await new Promise(resolve => server.close(resolve))
  return port
}

describe('a server that is killed in the middle of a run', () => {
  it('is waited for: once it is back the run goes on, with everything that was confirmed and nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hidesync-killed-'))
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
    const port = await freePort()
    const cli = await openCli({ HIDESYNC_SERVER: `http://127.0.0.1:${port}` })
    cleanups.push(() => cli.close())
    const first = await startServer(folder, port)
    const login = await cli.run(['login', '--email', 'admin@example.test', '--password-stdin'], { input: password })
    expect(login).toMatchObject({ code: 0, stderr: '' })
    const started = (await cli.run(['start', 'basic leather', '--json'])).json() as Execution

    const running = cli.start(['play', String(started.id)])
    await running.shows('Ways on from here:')
    running.type('done')
    await running.shows('at step 2,')
    const gone = new Promise(resolve => first.removeAllListeners('exit').on('exit', resolve))
    first.kill('SIGKILL')
    await gone
    running.type('done')
    await running.shows('The server does not answer. Trying again')
    await startServer(folder, port)
    await running.shows('The server is back.')
    await running.shows('at step 3,')
    running.type('undo')
    await running.shows('is no longer marked')
    running.type('quit')
    expect((await running.end).code).toBe(0)
    const history = (await cli.run(['executions', 'history', String(started.id), '--json'])).json()
    expect((history as { action_type: string }[]).map(entry => entry.action_type)).toEqual([
      'undo',
      'complete',
      'complete',
      'start',
    ])
  })
})
