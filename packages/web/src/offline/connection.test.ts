import { expect, test, vi } from 'vitest'
import { createConnection } from './connection.ts'

/** A server whose answers come when the test says so; true: it answers. */
function slowServer() {
  const asked: ((isThere: boolean) => void)[] = []
  const probe = () =>
    new Promise<void>((resolve, reject) => {
      asked.push(isThere => (isThere ? resolve() : reject(new TypeError('no network'))))
    })
  const answer = async (isThere: boolean) => {
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    asked.shift()?.(isThere)
  }
  return { connection: createConnection(probe), answer, asked }
}
const goAway = () => window.dispatchEvent(new Event('offline'))

test('a connection that breaks while the server is asked is noticed, though it still answered', async () => {
  const { connection, answer } = slowServer()
  connection.missed()
  goAway()
  await answer(true)
  await answer(false)
  await vi.waitFor(() => expect(connection.status.get().isOnline).toBe(false))
})

test('an answer that nothing spoke against is believed at once', async () => {
  const { connection, answer, asked } = slowServer()
  goAway()
  await answer(false)
  await vi.waitFor(() => expect(connection.status.get().isOnline).toBe(false))
  window.dispatchEvent(new Event('online'))
  await answer(true)
  await vi.waitFor(() => expect(connection.status.get().isOnline).toBe(true))
  expect(asked).toEqual([])
})
