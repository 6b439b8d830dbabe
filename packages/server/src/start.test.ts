import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from './database/open-database.ts'
import { copyEmbeddedTemplate } from './testing/test-database.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const presets = fileURLToPath(new URL('../../../presets', import.meta.url))
const presetCount = readdirSync(presets).filter(file => file.endsWith('.json')).length
const repository = fileURLToPath(new URL('../../../', import.meta.url))
const unused: (() => void)[] = []
afterEach(() => {
  for (const remove of unused.splice(0)) remove()
})

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  printed(): string
  complained(): string
}

/** The program itself, as `npm start` runs it, from its sources. */
function run(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', chunk => (out += String(chunk)))
  child.stderr.on('data', chunk => (err += String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  unused.push(() => child.kill('SIGKILL'))
  return { child, ended, printed: () => out, complained: () => err }
}

/** Waits until it has printed its address. */
async function address(started: Started): Promise<string> {
  for (let waited = 0; waited < 1200; waited++) {
    const found = /ready at (\S+)/.exec(started.printed())?.[1]
    if (found !== undefined) return found
    if (started.child.exitCode !== null) break
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`it is not ready:\n${started.printed()}${started.complained()}`)
}

const dataFolder = (): string => {
  const folder = copyEmbeddedTemplate()
  unused.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const taken = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  unused.push(() => server.close())
  const at = server.address()
  return { server, port: typeof at === 'object' && at !== null ? at.port : 0 }
}

/** Exit code and what was said, where the start has to fail. */
async function failure(env: Record<string, string>) {
  const started = run(env)
  return { code: await started.ended, said: started.complained().trim() }
}

describe('starting the server', { timeout: 120_000 }, () => {
  it('serves, tells the administrator and password the first time only, refuses a second on the folder, and stops cleanly', async () => {
    const DATA_DIR = dataFolder()
    const first = run({ DATA_DIR })
    const url = await address(first)
    const password = /password {2}(\S+)/.exec(first.printed())?.[1] ?? ''
    expect(first.printed()).toContain('e-mail    admin@hidesync.local')
    const signedIn = await fetch(`${url}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@hidesync.local', password }),
    })
    expect(signedIn.status).toBe(200)
    const { access_token } = (await signedIn.json()) as { access_token: string }
    const list = await fetch(`${url}/api/v1/workflows/templates`, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(((await list.json()) as unknown[]).length).toBe(presetCount)

    const second = await failure({ DATA_DIR })
    expect(second.code).toBe(1)
    expect(second.said.split('\n')).toHaveLength(1)
    expect(second.said).toContain(String(first.child.pid))

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const again = run({ DATA_DIR })
    await address(again)
    expect(again.printed()).not.toContain('password')
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
  })

  it('says which port is in use', async () => {
    const { port } = await taken()
    const { code, said } = await failure({ DATA_DIR: dataFolder(), PORT: String(port) })
    expect([code, said]).toEqual([
      1,
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port with PORT.`,
    ])
  })

  it('says which setting is wrong', async () => {
    expect(await failure({ PORT: 'http' })).toEqual({
      code: 1,
      said: 'PORT is “http”, but it takes a whole number from 0 to 65535.',
    })
  })

  it('says when the data folder is no folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hidesync-start-'))
    unused.push(() => rmSync(folder, { recursive: true, force: true }))
    const file = join(folder, 'data')
    writeFileSync(file, 'not a folder')
    chmodSync(folder, 0o500)
    const { code, said } = await failure({ DATA_DIR: file })
    expect(code).toBe(1)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).toContain(file)
  })

  it('refuses a database of a newer version, naming both', async () => {
    const DATA_DIR = dataFolder()
    const { db, close } = await openDatabase({ dataDir: DATA_DIR })
    await sql`insert into schema_migrations select 9999, name, checksum from schema_migrations limit 1`.execute(db)
    await close()
    const { code, said } = await failure({ DATA_DIR })
    expect(code).toBe(1)
    expect(said).toMatch(/^The database has schema version 9999, this version of HideSync Workflows knows up to \d+\./)
    expect(said.split('\n')).toHaveLength(1)
  })

  it('says when the database server does not answer', async () => {
    const { server, port } = await taken()
    server.close()
    const { code, said } = await failure({ DATABASE_URL: `postgres://a:secret@127.0.0.1:${port}/x` })
    expect([code, said]).toEqual([
      1,
      'The database server that DATABASE_URL names does not answer. Check the address, and that it runs.',
    ])
  })
})
