import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { AppError } from '../../http/app-error.ts'
import { boxPreset } from '../../testing/box-preset.ts'
import { PresetWorker, type PresetWorkerOptions } from './preset-worker-client.ts'
import { startPresetThread } from './start-preset-thread.ts'

const read = (type: string, text: string) =>
  ({ kind: 'read', source: { bytes: Buffer.from(text), type, format: null, name: null } }) as const
const box = read('application/json', JSON.stringify(boxPreset('Box')))
/** Half a minute of work for the reader of YAML, and more memory than it may have. */
const endless = read('application/yaml', `a: [${'1,'.repeat(2_000_000)}]`)

const nobody = new AbortController().signal
const asker = (user_id = 1, signal = nobody) => ({ user_id, signal })

const workers: PresetWorker[] = []
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close()
})

/** A worker of which one sees the threads. */
function makeWorker(options: PresetWorkerOptions = {}) {
  const threads: Worker[] = []
  const start = (memoryLimit: number) => {
    const thread = startPresetThread(memoryLimit)
    threads.push(thread)
    return thread
  }
  const worker = new PresetWorker({ ...options, start })
  workers.push(worker)
  return { worker, threads }
}

const refusal = async (attempt: Promise<unknown>): Promise<AppError> => {
  const error = await attempt.then(
    () => 'taken',
    (thrown: unknown) => thrown,
  )
  if (error instanceof AppError) return error
  throw new Error(`not refused: ${String(error)}`)
}
/** Until the thread has been given what was asked. */
const begun = () => new Promise(resolve => setImmediate(resolve))
const isRead = async (worker: PresetWorker, user = 1) => (await worker.run<'read'>(box, asker(user))).found !== null

/** A thread that has read a file before: how long one takes to start says nothing about files. */
async function warmThread(): Promise<Worker> {
  const thread = startPresetThread(512)
  const read = once(thread, 'message')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window: it has no origin
  thread.postMessage({ id: -1, job: box })
  await read
  return thread
}

it('gives up a file that takes too long, and reads the next one', async () => {
  const threads = [await warmThread(), await warmThread()]
  const worker = new PresetWorker({ timeLimit: 2000, start: () => threads.shift() ?? startPresetThread(512) })
  workers.push(worker)
  expect(await isRead(worker)).toBe(true)
  const error = await refusal(worker.run<'read'>(endless, asker()))
  expect(error).toMatchObject({ status: 400, code: 'preset.unreadable' })
  expect(error.detail).toBe('Reading the file takes too long, so it was given up. Split it, or make it smaller.')
  expect(await isRead(worker)).toBe(true)
  expect(threads).toEqual([])
})

it('gives up a file that needs too much memory, and reads the next one', async () => {
  const { worker, threads } = makeWorker({ memoryLimit: 96 })
  const error = await refusal(worker.run<'read'>(endless, asker()))
  expect(error).toMatchObject({ status: 400, code: 'preset.unreadable' })
  expect(error.detail).toBe('Reading the file needs too much memory, so it was given up. Split it, or make it smaller.')
  expect(await isRead(worker)).toBe(true)
  expect(threads).toHaveLength(2)
})

it('says so when the thread is killed in the middle, and reads the next file in another', async () => {
  const { worker, threads } = makeWorker()
  expect(await isRead(worker)).toBe(true)
  const attempt = refusal(worker.run<'read'>(endless, asker()))
  await begun()
  await threads[0]?.terminate()
  const error = await attempt
  expect(error).toMatchObject({ status: 503, code: 'server.unavailable', headers: { 'retry-after': '1' } })
  expect(error.detail).toContain('Nothing was stored')
  expect(await isRead(worker)).toBe(true)
  expect(threads).toHaveLength(2)
})

it('reads the next file when the thread was killed with nothing to do', async () => {
  const { worker, threads } = makeWorker()
  expect(await isRead(worker)).toBe(true)
  await threads[0]?.terminate()
  expect(await isRead(worker)).toBe(true)
  expect(threads).toHaveLength(2)
})

it('lets the thread go after a while without work', async () => {
  const { worker, threads } = makeWorker({ idle: 1 })
  expect(await isRead(worker)).toBe(true)
  const [thread] = threads
  await new Promise(resolve => thread?.once('exit', resolve))
  expect(await isRead(worker)).toBe(true)
})

it('refuses what would wait too long, saying when to come back, and takes it when there is room', async () => {
  const { worker } = makeWorker({ queue: 3, queueOfOne: 3 })
  const waiting = [1, 2, 3].map(user => isRead(worker, user))
  const error = await refusal(worker.run<'read'>(box, asker(4)))
  expect(error).toMatchObject({ status: 503, code: 'server.unavailable', headers: { 'retry-after': '5' } })
  expect(error.detail).toContain('Try again')
  expect(await Promise.all(waiting)).toEqual([true, true, true])
  expect(await isRead(worker, 4)).toBe(true)
})

it('leaves room for others, however much one person sends', async () => {
  const { worker } = makeWorker({ queue: 20, queueOfOne: 2 })
  const waiting = [isRead(worker, 1), isRead(worker, 1)]
  const error = await refusal(worker.run<'read'>(box, asker(1)))
  expect(error).toMatchObject({ status: 429, code: 'request.rate_limited', headers: { 'retry-after': '5' } })
  expect(await isRead(worker, 2)).toBe(true)
  expect(await Promise.all(waiting)).toEqual([true, true])
})

it('stops work for which nobody waits any more, and does not begin it either', async () => {
  const { worker, threads } = makeWorker()
  expect(await isRead(worker)).toBe(true)
  const [first, second] = [new AbortController(), new AbortController()]
  const running = refusal(worker.run<'read'>(endless, asker(1, first.signal)))
  const queued = refusal(worker.run<'read'>(endless, asker(1, second.signal)))
  await begun()
  second.abort()
  const next = isRead(worker, 2)
  first.abort()
  expect(await next).toBe(true)
  expect([(await running).code, (await queued).code]).toEqual(['request.timeout', 'request.timeout'])
  expect(threads).toHaveLength(2)
})

it('closes at once, whatever is under way or waits, and takes nothing afterwards', async () => {
  const { worker } = makeWorker()
  expect(await isRead(worker)).toBe(true)
  const attempts = [1, 2].map(user => refusal(worker.run<'read'>(endless, asker(user))))
  await begun()
  await worker.close()
  const errors = [...(await Promise.all(attempts)), await refusal(worker.run<'read'>(box, asker()))]
  for (const error of errors) expect(error).toMatchObject({ status: 503, code: 'server.unavailable' })
  expect(errors.map(({ detail }) => detail)).toEqual(Array.from({ length: 3 }, () => errors[0]?.detail))
})

it('says of a workflow that cannot be written in time which form can be had', async () => {
  const { worker } = makeWorker({ timeLimit: 1 })
  const exportable = {} as never
  const error = await refusal(worker.run<'write'>({ kind: 'write', format: 'yaml', exportable }, asker()))
  expect(error).toMatchObject({ status: 413, code: 'request.too_large' })
  expect(error.detail).toContain('Take it as JSON')
})
