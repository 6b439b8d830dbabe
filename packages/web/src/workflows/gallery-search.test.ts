import { expect, test } from 'vitest'
import { filtersOf, orderOf, readGallerySearch, without } from './gallery-search.ts'

test.each([
  [{ search: 'wallet', difficulty: 'expert', duration: '60-240', language: 'de', sort: 'name' }, 5],
  [{ search: 42 }, 1],
  [{ search: '   ', difficulty: 'godlike', duration: 'long', language: 'klingon', sort: 'random', page: 3 }, 0],
])('readGallerySearch() keeps of %j what makes sense', (search, count) => {
  expect(Object.keys(readGallerySearch(search))).toHaveLength(count)
})

test('filtersOf() asks the server for a range of minutes, open above where none is stated', () => {
  expect(filtersOf({ duration: '60-240' })).toEqual({ duration_min: 60, duration_max: 240 })
  expect(filtersOf({ duration: '1440-', difficulty: 'expert' })).toEqual({
    duration_min: 1440,
    difficulty_level: 'expert',
  })
})

test('orderOf() leaves the order to the server unless one was chosen', () => {
  expect(orderOf({ search: 'box' })).toEqual({})
  expect(orderOf({ sort: 'shortest' })).toEqual({ order_by: 'estimated_duration', order_dir: 'asc' })
})

test('without() takes parts away and keeps the others', () => {
  expect(without({ search: 'box', tag: 'oak', sort: 'name' }, 'tag', 'sort')).toEqual({ search: 'box' })
})
