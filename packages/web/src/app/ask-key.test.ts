import { expect, test } from 'vitest'
import { createAskKey } from './ask-key.ts'

test('what is asked again has the same key until it is done, and something else has another', () => {
  const key = createAskKey()
  const first = key.of({ name: 'Wallet' })
  expect(key.of({ name: 'Wallet' })).toBe(first)
  const other = key.of({ name: 'Purse' })
  expect(other).not.toBe(first)
  key.done()
  expect(key.of({ name: 'Purse' })).not.toBe(other)
})
