import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bar, progressLines } from './progress-bar.ts'

const progress = {
  total_steps: 12,
  completed_steps: 4,
  progress_percentage: 33.333_333,
  current_step_id: 5,
  current_step_name: 'Cut Leather Pieces',
  elapsed_time: 60,
  estimated_remaining_time: 180,
  remaining_range: { p50: 180, p90: 220 },
  expected_finish_at: '2026-03-01T15:00:00.000Z',
  latest_finish_at: '2026-03-01T15:40:00.000Z',
}

describe('bar', () => {
  it.each([
    [0, 12, 0],
    [4, 12, 6],
    [11, 12, 18],
    [12, 12, 20],
    [0, 0, 0],
    [3, 2, 20],
  ])('of %i of %i fills %i cells', (done, total, filled) =>
    expect(bar(done, total)).toBe('█'.repeat(filled) + '░'.repeat(20 - filled)),
  )

  it('is always twenty cells, and full only when all is done', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (done, total) => {
        expect(bar(done, total)).toHaveLength(20)
        expect(bar(done, total).includes('░')).toBe(total === 0 || done < total)
      }),
    )
  })
})

describe('progressLines', () => {
  it('says how far it is in the form that the specification fixes', () =>
    expect(progressLines({ width: 80, plain: false }, progress).join('\n')).toBe(`Progress: 4/12 (33.3%)
[██████░░░░░░░░░░░░░░]

Current Step: Cut Leather Pieces
Estimated Remaining: 180 minutes`))

  it('has no bar for a screen reader, and a step only where one is in view', () =>
    expect(progressLines({ width: 80, plain: true }, { ...progress, current_step_name: null })).toEqual([
      'Progress: 4/12 (33.3%)',
      '',
      'Current Step: none',
      'Estimated Remaining: 180 minutes',
    ]))
})
