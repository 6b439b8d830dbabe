import { expect, it } from 'vitest'
import { numberedName } from './numbered-name.ts'

it('counts up from a name and from a number', () => {
  expect(numberedName('Box', [])).toBe('Box (2)')
  expect(numberedName('Box', ['BOX (2)', 'box (3)'])).toBe('Box (4)')
  expect(numberedName('Box (2)', ['Box'])).toBe('Box (3)')
  expect(numberedName('(2)', [])).toBe('(2) (2)')
})

it('shortens a name that would grow too long', () => {
  const long = 'x'.repeat(200)
  expect(numberedName(long, [])).toBe(`${'x'.repeat(196)} (2)`)
  expect(numberedName(long, [`${'x'.repeat(196)} (2)`])).toHaveLength(200)
})
