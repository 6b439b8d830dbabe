import { expect, test } from 'vitest'
import { rank } from './rank.ts'

const things = [
  { id: 1, name: 'Leather Belt', description: 'A plain belt.', category: 'leatherworking', tags: ['belt'] },
  { id: 2, name: 'Basic Leather Wallet', description: 'A bifold.', category: 'leatherworking', tags: ['wallet'] },
  { id: 3, name: 'Wooden Box', description: 'For a wallet or keys.', category: 'woodworking', tags: [] },
]

test.each([
  ['wal', [2, 3]],
  ['walet', [2, 3]],
  ['leather', [1, 2]],
  ['leather wallet', [2]],
  ['zeppelin', []],
])('rank() finds for “%s” by beginnings and slips, the name first', (words, ids) => {
  expect(rank(things, words).map(({ id }) => id)).toEqual(ids)
})
