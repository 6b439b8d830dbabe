import { expect, test } from 'vitest'
import { Touches, type Touch } from './touches.ts'

const rules = { holdMs: 600, swipes: true }
const touch = (x: number, y: number, at: number, more: Partial<Touch> = {}): Touch => ({
  id: 1,
  x,
  y,
  at,
  isInside: true,
  ...more,
})

/** One finger from here to there. */
function drag(to: readonly [number, number], ms: number, more: Partial<Touch> = {}, own = rules) {
  const touches = new Touches()
  touches.down(touch(200, 200, 0))
  touches.move(touch(200 + to[0] / 2, 200 + to[1] / 2, ms / 2))
  return touches.up(touch(200 + to[0], 200 + to[1], ms, more), own)
}

test.each([
  ['to the right', [120, 10], 'swipe_right'],
  ['to the left', [-120, -10], 'swipe_left'],
  ['rather down than aside', [80, 120], null],
  ['not far', [30, 0], null],
] as const)('a finger that goes %s', (_, to, expected) => expect(drag(to, 200)).toBe(expected))

test('swipes can be switched off, and the rest stays', () => {
  const off = { ...rules, swipes: false }
  expect(drag([120, 0], 200, {}, off)).toBeNull()
  expect(drag([0, 0], 700, {}, off)).toBe('tap_hold')
})

test.each([
  ['long enough', 600, true, 'tap_hold'],
  ['not long enough', 400, true, null],
  ['and is taken off outside', 700, false, null],
] as const)('a finger that rests %s', (_, ms, isInside, expected) =>
  expect(drag([2, 2], ms, { isInside })).toBe(expected),
)

test('a finger that wanders off after resting completes nothing', () => expect(drag([40, 0], 900)).toBeNull())

test('two taps in one place, one after the other, are one gesture; a third begins anew', () => {
  const touches = new Touches()
  const tap = (at: number, x = 50) => {
    touches.down(touch(x, 50, at))
    return touches.up(touch(x, 50, at + 60), rules)
  }
  expect([tap(0), tap(200), tap(400)]).toEqual([null, 'double_tap', null])
  expect([tap(2000), tap(2900)]).toEqual([null, null])
  expect([tap(5000), tap(5200, 200)]).toEqual([null, null])
})

test.each([
  ['together', 60, 'pinch_in'],
  ['apart', 260, 'pinch_out'],
  ['hardly', 180, null],
] as const)('two fingers that go %s', (_, end, expected) => {
  const touches = new Touches()
  touches.down(touch(100, 100, 0))
  touches.down(touch(260, 100, 10, { id: 2 }))
  touches.move(touch(100 + end, 100, 200, { id: 2 }))
  expect(touches.up(touch(100 + end, 100, 210, { id: 2 }), rules)).toBe(expected)
  // The finger that is left means nothing by itself.
  expect(touches.up(touch(100, 100, 900), rules)).toBeNull()
})
