import { expect, test } from 'vitest'
import { unitStep } from './unit-step.ts'

test.each([
  ['piece', 2, 1],
  ['sheet', 200, 1],
  ['sq_ft', 0.75, 0.1],
  ['g', 20, 1],
  ['g', 250, 10],
  [null, null, 0.1],
  ['no such unit', 3, 0.1],
] as const)('%s, of which %s are planned, goes in steps of %d', (unit, planned, step) => {
  expect(unitStep(unit, planned)).toBe(step)
})
