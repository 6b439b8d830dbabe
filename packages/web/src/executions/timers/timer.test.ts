import { expect, test } from 'vitest'
import { remainingOf, stateOf, type Timer } from './timer.ts'

const timer: Timer = {
  id: 'a',
  timer_id: 'a',
  execution_id: 1,
  step_id: 2,
  label: 'Glue',
  duration_ms: 600_000,
  end_at: 1_000_000,
  paused_remaining_ms: null,
}

test('remainingOf() counts down to the end, whenever one looks, and stands while it is paused', () => {
  expect(remainingOf(timer, 400_000)).toBe(600_000)
  expect(remainingOf(timer, 999_000)).toBe(1_000)
  expect(stateOf(timer, 999_999)).toBe('running')
  expect(stateOf(timer, 1_000_000)).toBe('done')
  const paused = { ...timer, paused_remaining_ms: 300_000 }
  expect(remainingOf(paused, 5_000_000)).toBe(300_000)
  expect(stateOf(paused, 5_000_000)).toBe('paused')
})
