import { describe, expect, it } from 'vitest'
import { matchesOf, pickByName } from './pick-by-name.ts'

const things = [
  { id: 1, name: 'Basic Leather Wallet' },
  { id: 2, name: 'Basic Leather Belt' },
  { id: 3, name: 'Box' },
  { id: 4, name: 'Box with Lid' },
  { id: 5, name: 'Étui à lunettes' },
]
const ids = (text: string): number[] => matchesOf(text, things).map(({ id }) => id)

describe('matchesOf', () => {
  it.each([
    ['the whole name before names that go on', 'box', [3]],
    ['the beginning of a name', 'basic leather w', [1]],
    ['all names that begin so', 'Basic', [1, 2]],
    ['the beginning of a word, if no name begins so', 'wal', [1]],
    ['names without their accents', 'etui a', [5]],
    ['nothing for what is nowhere', 'hat', []],
    ['nothing for an empty text', '  ', []],
  ])('finds %s', (_, text, expected) => expect(ids(text)).toEqual(expected))
})

describe('pickByName', () => {
  it('lists the candidates when several fit', () =>
    expect(() => pickByName('basic', things, 'workflow')).toThrow(
      '“basic” fits 2 workflows. Give more of the name, or the number:\n     1  Basic Leather Wallet\n     2  Basic Leather Belt',
    ))
  it('says when there is none', () =>
    expect(() => pickByName('hat', things, 'workflow')).toThrow('There is no workflow whose name begins with “hat”.'))
})
