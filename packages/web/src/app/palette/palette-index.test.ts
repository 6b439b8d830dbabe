import { expect, test } from 'vitest'
import { paletteIndex, type Entry } from './palette-index.ts'

const entry = (id: string, name: string, kind: Entry['kind'] = 'workflow', words = ''): Entry => ({
  id,
  name,
  words,
  kind,
})

test('three letters find the template before everything that only resembles it', () => {
  const index = paletteIndex()
  index.add(Array.from({ length: 1000 }, (_, n) => entry(`w${n}`, `Project ${n} of walnut and oak`)))
  index.add([entry('r1', 'Basic Leather Wallet', 'run'), entry('t1', 'Basic Leather Wallet', 'template')])
  expect(index.find('wal', 20).slice(0, 2)).toEqual(['t1', 'r1'])
})

test('accents, case and small slips do not matter, and all words have to fit', () => {
  const index = paletteIndex()
  index.add([entry('1', 'Bücherbord aus Eiche'), entry('2', 'Schatulle aus Eiche')])
  expect(index.find('bucher', 5)).toEqual(['1'])
  expect(index.find('Scahtulle', 5)).toEqual(['2'])
  expect(index.find('eiche buch', 5)).toEqual(['1'])
  expect(index.find('nothing', 5)).toEqual([])
})

test('what is called so, be it inside a word, stands before what has it in other words or resembles it', () => {
  const index = paletteIndex()
  index.add([
    entry('board', 'Schneidebrett aus Hartholz', 'template', 'küche kästchen'),
    entry('card', 'Kartchen', 'template'),
    entry('box', 'Einfaches Holzkästchen', 'workflow'),
  ])
  expect(index.find('kästchen', 5)).toEqual(['box', 'board', 'card'])
  expect(index.find('holz kästchen', 5)[0]).toBe('box')
})

test('what is added again under its id has its new name alone', () => {
  const index = paletteIndex()
  index.add([entry('1', 'Old name')])
  index.add([entry('1', 'New title')])
  expect([index.find('old', 5), index.find('new', 5)]).toEqual([[], ['1']])
})
