import { expect, test, vi } from 'vitest'
import { part } from './kept-app.ts'

test('a part of the app comes also where the device has no room to keep it', async () => {
  const full = async () => {
    throw new DOMException('The device is full.', 'QuotaExceededError')
  }
  vi.stubGlobal('caches', { open: async () => ({ match: async () => undefined, put: full }) })
  vi.stubGlobal('fetch', async () => new Response('the part'))
  expect(await (await part('/assets/player-abcdefgh.js')).text()).toBe('the part')
  vi.unstubAllGlobals()
})
