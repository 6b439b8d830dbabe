import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepPicture } from './photo-cache.ts'

/** As a browser's: what is put again goes to the end. */
function fakeCache(): Cache {
  const kept = new Map<string, Response>()
  const address = (of: RequestInfo | URL) => (of instanceof Request ? of.url : of.toString())
  const cache: Pick<Cache, 'put' | 'delete' | 'keys' | 'match'> = {
    put: async (key, answer) => void kept.set(address(key), answer),
    delete: async key => kept.delete(address(key)),
    keys: async () => [...kept.keys()].map(key => new Request(key)),
    match: async key => kept.get(address(key))?.clone(),
  }
  return cache as Cache
}

test('keepPicture() keeps the last ones that were used, as many as there is room for', async () => {
  const use = fc.record({ name: fc.integer({ min: 1, max: 9 }), told: fc.boolean() })
  const sizeOf = (name: number) => name * 10
  await fc.assert(
    fc.asyncProperty(fc.array(use, { maxLength: 30 }), fc.integer({ min: 90, max: 200 }), async (uses, room) => {
      const cache = fakeCache()
      for (const { name, told } of uses) {
        const headers = told ? { 'content-length': String(sizeOf(name)) } : undefined
        const answer = new Response(new Uint8Array(sizeOf(name)), headers === undefined ? {} : { headers })
        await keepPicture(cache, { key: `http://a.test/${name}`, answer }, room)
      }
      const latest = [...new Set(uses.map(({ name }) => name).toReversed())]
      let used = 0
      const expected = latest.filter(name => (used += sizeOf(name)) <= room)
      const kept = (await cache.keys()).map(({ url }) => Number(url.split('/').at(-1)))
      expect(kept.toReversed()).toEqual(expected)
    }),
  )
})
