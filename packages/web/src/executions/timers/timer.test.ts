import { expect, test } from 'vitest'
import { digitsOf, markPassed, phaseOf, remainingOf, stateOf, type Timer } from './timer.ts'

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

test.each([
  [399_999, 'running', '10:00'],
  [100_000, 'running', '10:00'],
  [400_000, 'running', '10:00'],
  [400_001, 'running', '10:00'],
  [401_000, 'running', '09:59'],
  [999_001, 'running', '00:01'],
  [1_000_000, 'done', '00:00'],
  [1_000_999, 'done', '00:00'],
  [1_001_000, 'done', '+00:01'],
  [1_130_500, 'overdue', '+02:10'],
])('at %i it is %s and shows %s', (now, phase, digits) => {
  expect([phaseOf(timer, now), digitsOf(timer, now)]).toEqual([phase, digits])
})

test('markPassed() tells half-time, five minutes and one minute once each, and after an absence the last alone', () => {
  const half = { ...timer, duration_ms: 1_800_000, end_at: 1_800_000 }
  const every = Array.from({ length: 1_800 }, (_, second) => markPassed(half, (second - 1) * 1000, second * 1000))
  expect(every.filter(mark => mark !== null)).toEqual([900_000, 300_000, 60_000])
  expect(markPassed(half, 0, 1_790_000)).toBe(60_000)
  expect(markPassed({ ...half, paused_remaining_ms: 100 }, 0, 1_790_000)).toBeNull()
})
