import { expect, test } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

test('uuidV7() gives ids of version 7 that sort by the time they were made', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_900_000_000_000].map(uuidV7)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids.toSorted()).toEqual(ids)
})

test('uuidV7() never gives the same id twice at one moment', () => {
  const ids = Array.from({ length: 200 }, () => uuidV7(1_700_000_000_000))
  expect(new Set(ids).size).toBe(200)
})
