import { sql } from 'kysely'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { copyEmbeddedTemplate } from '../../testing/test-database.ts'
import { makeScratchFolder } from '../../testing/scratch-folder.ts'
import { openDatabase } from '../open-database.ts'
import { EmbeddedSessions } from './embedded-sessions.ts'

const folders: string[] = []
const template = () => {
  const folder = copyEmbeddedTemplate()
  folders.push(folder)
  return folder
}
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

let sessions: EmbeddedSessions
let told: Error[] = []
beforeAll(async () => {
  sessions = await EmbeddedSessions.open({
    folder: join(template(), 'database'),
    onFatal: error => told.push(error),
    idleLimit: 200,
  })
})
afterAll(() => sessions.close())
afterEach(() => {
  told = []
})

const commit = async (key: string) => {
  const session = await sessions.acquire()
  await session.begin('begin')
  await session.run('insert into settings (key, value) values ($1, $2)', [key, '1'])
  await session.end('commit')
  session.release()
}
const keys = async () =>
  (await (await sessions.acquire()).run('select key from settings order by key', [])).rows.map(({ key }) => key)

it('syncs its log to disk once for each commit that writes, and not for reads', async () => {
  await commit('warm-up')
  const before = await sessions.countSyncs()
  for (let number = 0; number < 10; number++) await commit(`synced ${number}`)
  const after = await sessions.countSyncs()
  expect(after - before).toBe(10)
  await keys()
  expect(await sessions.countSyncs()).toBe(after)
})

it('runs with the settings that make a commit last', async () => {
  const session = await sessions.acquire()
  const { rows } = await session.run(
    `select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes') order by name`,
    [],
  )
  expect(rows.map(({ name, setting }) => `${String(name)}=${String(setting)}`)).toEqual([
    'fsync=on',
    'full_page_writes=on',
    'synchronous_commit=on',
    'wal_sync_method=fsync',
  ])
})

it('rolls a transaction back that asks nothing for too long, lets the others in, and says so to its holder', async () => {
  const sleeper = await sessions.acquire()
  await sleeper.begin('begin')
  await sleeper.run('insert into settings (key, value) values ($1, $2)', ['slept', '1'])
  expect(await keys()).not.toContain('slept')
  await expect(sleeper.run('select 1', [])).rejects.toThrow('it asked nothing for 0.2 seconds')
  await expect(sleeper.end('commit')).rejects.toThrow('rolled back')
})

it('serves statements and transactions in the order in which they came', async () => {
  const order: string[] = []
  const [first, second] = [await sessions.acquire(), await sessions.acquire()]
  await first.begin('begin')
  const transaction = (async () => {
    await second.begin('begin')
    order.push('transaction')
    await second.end('commit')
  })()
  const plain = keys().then(() => order.push('plain'))
  await sleep(20)
  expect(order).toEqual([])
  await first.end('commit')
  await Promise.all([transaction, plain])
  expect(order).toEqual(['transaction', 'plain'])
})

const deepJson = '['.repeat(500_000) + ']'.repeat(500_000)

it.each(['plain', 'in a transaction'])(
  'takes JSON that breaks the engine (%s) for fatal: fails, tells, and opens it again',
  async way => {
    const lost = await sessions.acquire()
    if (way !== 'plain') {
      await lost.begin('begin')
      await lost.run('insert into settings (key, value) values ($1, $2)', ['half', '1'])
    }
    await expect(
      lost.run('insert into settings (key, value) values ($1, $2::jsonb)', ['deep', deepJson]),
    ).rejects.toThrow('did not take the values')
    if (way !== 'plain') await lost.end('rollback')
    lost.release()
    const found = await keys()
    expect(found).not.toContain('deep')
    expect(found).not.toContain('half')
    await commit(`after ${way}`)
    expect(await keys()).toContain(`after ${way}`)
    expect(told.map(String)).toEqual([expect.stringContaining('DatabaseLostError')])
  },
)

it('keeps its promise for what was committed before it was closed, and refuses what comes after', async () => {
  const dataDir = template()
  const first = await openDatabase({ dataDir })
  await first.db.insertInto('settings').values({ key: 'kept', value: '"yes"' }).execute()
  await first.close()
  await expect(first.db.selectFrom('settings').selectAll().execute()).rejects.toThrow('closed')
  const second = await openDatabase({ dataDir })
  expect(await second.db.selectFrom('settings').select('value').execute()).toEqual([{ value: 'yes' }])
  await second.close()
  expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false)
})

it('starts from nothing in a folder that does not exist yet, past what an interrupted start left', async () => {
  const dataDir = join(makeScratchFolder(), 'made/for/it')
  folders.push(dataDir)
  const { db, close } = await openDatabase({ dataDir })
  const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
  expect(Number(rows[0]?.version)).toBeGreaterThan(180_000)
  expect(existsSync(join(dataDir, 'database.new'))).toBe(false)
  await close()
}, 120_000)

it('refuses files of another major version, saying what to do', async () => {
  const dataDir = template()
  writeFileSync(join(dataDir, 'database/PG_VERSION'), '17\n')
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({
    name: 'DataFolderError',
    message: expect.stringMatching(/are of PostgreSQL 17; .* embeds PostgreSQL 18\. Start the version/) as string,
  })
  expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false)
})

it('refuses a folder that cannot be made, naming it', async () => {
  const dataDir = makeScratchFolder()
  folders.push(dataDir)
  writeFileSync(join(dataDir, 'file'), '')
  await expect(openDatabase({ dataDir: join(dataDir, 'file/data') })).rejects.toThrow(
    /^The data folder .*file\/data cannot be written \(ENOTDIR\)/,
  )
})
