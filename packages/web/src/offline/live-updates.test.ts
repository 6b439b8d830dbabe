import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Api } from '../app/api.ts'
import { createStore } from '../app/store.ts'
import { fakeSession } from '../testing/fake-session.ts'
import type { ConnectionState } from './connection.ts'
import { followEvents } from './live-updates.ts'

let stop: () => void = () => undefined
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const event = (id: string, run: number, action_type?: string) =>
  `id: ${id}\ndata: ${JSON.stringify({ subject: `executions/${run}`, data: { execution_id: run, action_type } })}\n\n`

/** A device that keeps the runs 1 and 2, and the streams that it asked for. */
function world() {
  const streams: {
    readonly since: string | null
    readonly by: string | null
    readonly say: (text: string) => void
    readonly end: () => void
  }[] = []
  const looked: (number | 'all')[] = []
  const { session, become } = fakeSession()
  const status = createStore<ConnectionState>({ isOnline: true, since: 0 })
  let isRefused = false
  let attempts = 0
  let isMissed = false
  const send: typeof fetch = async (_input, init) => {
    attempts++
    if (isRefused) throw new TypeError('no network')
    const headers = new Headers(init?.headers)
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
        streams.push({
          since: headers.get('last-event-id'),
          by: headers.get('authorization'),
          say: text => controller.enqueue(new TextEncoder().encode(text)),
          end: () => controller.close(),
        })
      },
    })
    return new Response(body)
  }
  const runs = {
    packed: { get: () => [{ id: 1 }, { id: 2 }] },
    refresh: async (id: number) => {
      looked.push(id)
      return !isMissed
    },
    refreshAll: async () => void looked.push('all'),
  }
  const missed = vi.fn<() => void>()
  const heardOf = vi.fn<(id: number) => void>()
  const api = { session, connection: { status, missed }, runs, photos: { heardOf } } as unknown as Api
  stop = followEvents(api, send)
  return {
    streams,
    looked,
    become,
    missed,
    ofPhotos: () => heardOf.mock.calls.flat(),
    connect: (isOnline: boolean) => status.set({ isOnline, since: 0 }),
    attempts: () => attempts,
    refuse: (now: boolean) => (isRefused = now),
    miss: (now: boolean) => (isMissed = now),
  }
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('a run that is kept here is looked at when something happens to it, and all are where nothing is known of before', async () => {
  const { streams, looked } = world()
  await pass(0)
  streams[0]?.say(event('a', 2) + event('b', 3))
  await pass(1_000)
  expect(looked).toEqual(['all', 2])
  streams[0]?.say('event: reset\nid: c\ndata: {}\n\n')
  await pass(1_000)
  expect(looked).toEqual(['all', 2, 'all'])
})

test('photos are asked for where one came or went, and where nobody knows; their run is not, which is as it was', async () => {
  const { streams, looked, ofPhotos } = world()
  await pass(0)
  streams[0]?.say(event('a', 2, 'add_photo') + event('b', 3, 'remove_photo') + event('c', 1, 'note'))
  await pass(1_000)
  expect([looked, ofPhotos()]).toEqual([
    ['all', 1],
    [2, 3],
  ])
  streams[0]?.say('event: reset\nid: d\ndata: {}\n\n')
  await pass(0)
  expect(ofPhotos()).toEqual([2, 3, 1, 2])
})

test('what a broken connection left half said is not put before what the next one says', async () => {
  const { streams, looked } = world()
  await pass(0)
  streams[0]?.say(`${event('a', 1)}id: b\ndata: {"half`)
  streams[0]?.end()
  await pass(2_000)
  expect(streams[1]?.since).toBe('a')
  streams[1]?.say(event('b', 2))
  await pass(1_000)
  expect(looked).toEqual(['all', 1, 2])
})

test('a day without a connection keeps nobody waiting who has one again', async () => {
  const { streams, connect } = world()
  await pass(0)
  streams[0]?.say(event('a', 1))
  await pass(0)
  connect(false)
  await pass(86_400_000)
  expect(streams).toHaveLength(1)
  connect(true)
  await pass(0)
  expect(streams.map(({ since }) => since)).toEqual([null, 'a'])
})

test('after many failures the pauses are long, and end when the network says that it is back', async () => {
  const { streams, refuse, attempts } = world()
  refuse(true)
  await pass(3_600_000)
  expect(attempts()).toBeLessThan(150)
  const before = attempts()
  refuse(false)
  await pass(10)
  expect(attempts()).toBe(before)
  window.dispatchEvent(new Event('online'))
  await pass(0)
  expect(streams).toHaveLength(1)
})

test('the next person listens from the beginning, by their own right', async () => {
  const { streams, become } = world()
  await pass(0)
  streams[0]?.say(event('a', 1))
  await pass(0)
  become(2)
  await pass(0)
  expect(streams.map(({ since, by }) => [since, by])).toEqual([
    [null, 'Bearer of 1'],
    [null, 'Bearer of 2'],
  ])
})

test('what was heard of a run that could not be asked for is asked for again with the next sign of life', async () => {
  const { streams, looked, miss } = world()
  await pass(0)
  miss(true)
  streams[0]?.say(event('a', 1))
  await pass(1_000)
  expect(looked).toEqual(['all', 1])
  miss(false)
  for (const id of ['b', 'c']) {
    streams[0]?.say(`: still there\nid: ${id}\n\n`)
    await pass(1_000)
  }
  expect(looked).toEqual(['all', 1, 1])
})

test('where the stream breaks the connection is looked at, which nobody else may be using; where it is left it is not', async () => {
  const { refuse, connect, missed, streams } = world()
  await pass(0)
  connect(false)
  await pass(10_000)
  expect([streams.length, missed.mock.calls.length]).toEqual([1, 0])
  refuse(true)
  connect(true)
  await pass(0)
  expect(missed).toHaveBeenCalledOnce()
})
