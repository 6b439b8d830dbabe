import { expect, test } from 'vitest'
import { extend, isRinging, pause, readTimers, remainingOf, resume, stateOf, type Timer } from './timer.ts'

const timer: Timer = {
  id: 'a',
  execution_id: 1,
  step_id: 2,
  label: 'Glue',
  duration_ms: 600_000,
  end_at: 1_000_000,
  paused_remaining_ms: null,
  is_acknowledged: false,
}

test('remainingOf() counts down to the end, whenever one looks', () => {
  expect(remainingOf(timer, 400_000)).toBe(600_000)
  expect(remainingOf(timer, 999_000)).toBe(1_000)
  expect(stateOf(timer, 999_999)).toBe('running')
  expect(stateOf(timer, 1_000_000)).toBe('done')
})

test('pause() and resume() keep what was left, however long the pause', () => {
  const paused = pause(timer, 700_000)
  expect(remainingOf(paused, 5_000_000)).toBe(300_000)
  expect(stateOf(paused, 5_000_000)).toBe('paused')
  const again = resume(paused, 5_000_000)
  expect(again.end_at).toBe(5_300_000)
  expect(stateOf(again, 5_000_000)).toBe('running')
})

test('isRinging() holds from the end until somebody has heard it', () => {
  expect(isRinging(timer, 999_999)).toBe(false)
  expect(isRinging(timer, 1_000_001)).toBe(true)
  expect(isRinging({ ...timer, is_acknowledged: true }, 1_000_001)).toBe(false)
})

test('extend() adds to a running timer, and starts a finished one again from now', () => {
  expect(extend(timer, 60_000, 400_000).end_at).toBe(1_060_000)
  const again = extend({ ...timer, is_acknowledged: true }, 60_000, 2_000_000)
  expect(again.end_at).toBe(2_060_000)
  expect(isRinging(again, 2_060_000)).toBe(true)
})

test('readTimers() keeps good timers and drops whatever else lies in storage', () => {
  expect(readTimers([timer, null, 3, { ...timer, end_at: 'soon' }, { id: 'x' }])).toEqual([timer])
  expect(readTimers('nonsense')).toEqual([])
  expect(readTimers(JSON.parse(JSON.stringify([timer])))).toEqual([timer])
})
