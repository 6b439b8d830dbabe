import { ApiError } from '@hidesync/contract/client'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from '../app/store.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { Sender } from './sender.ts'
import { Paused } from './sending.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const failure = (status: number) => new ApiError(status, { detail: 'No.', code: 'x.y', request_id: 'x' })
const failures = {
  paused: () => new Paused(),
  unreachable: () => failure(0),
  trouble: () => failure(500),
} as const
type Outcome = 'sent' | keyof typeof failures

/** A sender whose every exchange ends when, and as, it is told to. */
function world() {
  const queue: { readonly id: number }[] = []
  const underWay: ((outcome: Outcome) => void)[] = []
  const sent: number[] = []
  let most = 0
  const status = createStore<ConnectionState>({ isOnline: true, since: 0 })
  const connection: Connection = { status, heard: () => undefined, missed: () => undefined }
  const sender = new Sender<{ readonly id: number }>({
    connection,
    one: work => work(),
    waiting: async () => [...queue],
    count: () => 1,
    exchange: one =>
      new Promise((resolve, reject) => {
        most = Math.max(most, underWay.length + 1)
        underWay.push(outcome => {
          if (outcome !== 'sent') return reject(failures[outcome]())
          queue.splice(queue.indexOf(one), 1)
          sent.push(one.id)
          resolve(1)
        })
      }),
  })
  return {
    sender,
    queue,
    sent,
    most: () => most,
    end: (outcome: Outcome) => underWay.shift()?.(outcome),
    isBusy: () => underWay.length > 0,
  }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

test('whatever happened before, and whatever becomes of what is under way, a wake-up has all sent that waits', async () => {
  const outcome = fc.constantFrom<Outcome>('sent', 'paused', 'unreachable', 'trouble')
  const deed = fc.oneof(fc.constant('add' as const), fc.constant('wake' as const), outcome)
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), outcome, async (deeds, last) => {
      const { sender, queue, sent, most, end, isBusy } = world()
      let added = 0
      for (const one of deeds) {
        if (one === 'add') queue.push({ id: added++ })
        else if (one === 'wake') sender.wake()
        else end(one)
        await settle()
      }
      const wasBusy = isBusy()
      sender.wake()
      await settle()
      if (wasBusy) end(last)
      await settle()
      // Only what could not be reached, or not be done, is waited for.
      if (last === 'unreachable' || last === 'trouble') await vi.advanceTimersByTimeAsync(60_000)
      while (isBusy()) {
        end('sent')
        await settle()
        if (!isBusy()) await vi.advanceTimersByTimeAsync(60_000)
      }
      expect(queue).toEqual([])
      expect(sent.toSorted((one, two) => one - two)).toEqual([...Array.from({ length: added }).keys()])
      expect(most()).toBeLessThanOrEqual(1)
    }),
    // Woken while another is under way after it had failed.
    { examples: [[['add', 'add', 'wake', 'trouble'], 'sent']] },
  )
})

test('where its person has left, nothing is tried again until somebody comes', async () => {
  const { sender, queue, end, isBusy } = world()
  queue.push({ id: 1 })
  sender.wake()
  await settle()
  end('paused')
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(isBusy()).toBe(false)
  sender.wake()
  await settle()
  expect(isBusy()).toBe(true)
})
