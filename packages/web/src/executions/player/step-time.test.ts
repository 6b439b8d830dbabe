import type { ExecutionState } from '@hidesync/domain/executions/state'
import { expect, test } from 'vitest'
import { elapsedOf } from './step-time.ts'

const state = (changes: Partial<ExecutionState>) =>
  ({
    open: { 3: { ready_at: 0, started_at: 100_000, paused_before: 20_000 } },
    paused_at: null,
    paused_total: 20_000,
    ...changes,
  }) as ExecutionState

test('elapsedOf() counts from the start of the step', () => {
  expect(elapsedOf(state({}), 3, 160_000)).toBe(60_000)
})

test('elapsedOf() stands still while the run is paused, and leaves the pause out afterwards', () => {
  expect(elapsedOf(state({ paused_at: 130_000 }), 3, 900_000)).toBe(30_000)
  expect(elapsedOf(state({ paused_total: 50_000 }), 3, 190_000)).toBe(60_000)
})

test('elapsedOf() is nothing for a step that has not begun', () => {
  expect(elapsedOf(state({}), 4, 160_000)).toBe(0)
})
