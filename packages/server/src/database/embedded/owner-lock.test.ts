import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeScratchFolder } from '../../testing/scratch-folder.ts'
import { takeOwnerLock } from './owner-lock.ts'
import { processStart } from './process-identity.ts'

let folder = ''
beforeEach(() => {
  folder = makeScratchFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const leaveLock = (owner: object) =>
  writeFileSync(
    join(folder, 'owner.lock'),
    JSON.stringify({
      pid: process.pid,
      host: hostname(),
      started: processStart(process.pid),
      since: 'some time ago',
      ...owner,
    }),
  )

it('a second owner is refused, with the first one named, until that one lets go', async () => {
  const first = await takeOwnerLock(folder)
  await expect(takeOwnerLock(folder)).rejects.toMatchObject({
    name: 'DataFolderInUseError',
    pid: process.pid,
    message: expect.stringMatching(
      new RegExp(
        `^The data folder ${folder} is in use by process ${process.pid} \\(this very process\\) since 20.*DATA_DIR`,
      ),
    ) as string,
  })
  first.release()
  const second = await takeOwnerLock(folder)
  second.release()
  expect(readdirSync(folder)).toEqual([])
})

it('the lock of a process that was killed is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const { pid = 0 } = child
  leaveLock({ pid, started: processStart(pid) })
  await expect(takeOwnerLock(folder)).rejects.toThrow(`in use by process ${pid} since some time ago`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = await takeOwnerLock(folder)
  expect(JSON.parse(readFileSync(join(folder, 'owner.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  lock.release()
})

it.each([
  ['whose number another process has got since', { started: 'another machine start:1' }],
  ['that is half written', { pid: undefined }],
])('a lock %s is taken over', async (_name, owner) => {
  leaveLock(owner)
  const lock = await takeOwnerLock(folder)
  expect(JSON.parse(readFileSync(join(folder, 'owner.lock'), 'utf8'))).toMatchObject({
    started: processStart(process.pid),
  })
  lock.release()
})

it('a lock of another machine holds while it is touched, and is taken over when it has been silent', async () => {
  leaveLock({ host: 'workbench', pid: 1 })
  await expect(takeOwnerLock(folder)).rejects.toThrow('process 1 on workbench')
  const minutesAgo = new Date(Date.now() - 300_000)
  utimesSync(join(folder, 'owner.lock'), minutesAgo, minutesAgo)
  const lock = await takeOwnerLock(folder)
  lock.release()
})

it('of several that find a stale lock at once, one gets it', async () => {
  leaveLock({ started: 'gone' })
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeOwnerLock(folder)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
