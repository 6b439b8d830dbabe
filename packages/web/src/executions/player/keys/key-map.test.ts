import { expect, test } from 'vitest'
import { changeableKeys, defaultKeys, keyActions, keysOf, ownerOf } from './key-map.ts'

const usual = { single_keys: true, keys: {} }

test('no key stands for two things', () => {
  const all = keyActions.flatMap(action => defaultKeys[action])
  expect(new Set(all).size).toBe(all.length)
})

test('an own key takes the place of the first one, the others stay', () => {
  expect(keysOf('undo', { ...usual, keys: { undo: 'k' } })).toEqual(['k', 'Ctrl+z'])
  expect(keysOf('complete', { ...usual, keys: { complete: 'k' } })).toEqual(['Ctrl+Enter'])
})

test('without single keys those with Ctrl or Alt and named keys remain', () => {
  const off = { ...usual, single_keys: false }
  expect(keysOf('undo', off)).toEqual(['Ctrl+z'])
  expect(keysOf('tray', off)).toEqual([])
  expect(keysOf('return', off)).toEqual(['Escape'])
  expect(changeableKeys.flatMap(action => keysOf(action, off)).every(key => key.length > 1)).toBe(true)
})

test('a key that another action has is found, also one that a person gave', () => {
  expect(ownerOf('u', 'note', usual)).toBe('undo')
  expect(ownerOf('3', 'note', usual)).toBe('options')
  expect(ownerOf('k', 'note', { ...usual, keys: { undo: 'k' } })).toBe('undo')
  expect(ownerOf('u', 'note', { ...usual, keys: { undo: 'k' } })).toBeNull()
  expect(ownerOf('u', 'undo', usual)).toBeNull()
})
