import { describe, expect, it } from 'vitest'
import { progressOf } from '../executions/progress.ts'
import { aChain, aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { countsOf } from '../testing/makers.ts'
import { Play } from '../testing/play.ts'
import { compile } from '../workflows/compile.ts'
import { bucketOf, noCounts } from './buckets.ts'
import { estimatedDurations } from './estimated-durations.ts'
import { learnedDurations } from './learned-durations.ts'
import { recordedDuration } from './recorded-duration.ts'

const many = (minutes: number) => countsOf(Array.from({ length: 40 }, () => minutes))
const workflow = compile(
  aWorkflow([
    aStep(1),
    aDecision(2, [{}, { is_default: true }]),
    aStep(3, { step_type: 'time', estimated_duration: 60 }),
    aStep(4, { estimated_duration: null }),
  ]),
)
const recordsOf = (step_id: number, minutes: number, option_id: number | null = null) => ({
  step_id,
  option_id,
  everyone: many(minutes),
  own: noCounts,
})

describe('learnedDurations()', () => {
  it('says what the author says of steps without records', () => {
    const durations = learnedDurations(workflow, [recordsOf(1, 20)])
    for (const id of [2, 3, 4, 999]) expect(durations.of(id)).toEqual(estimatedDurations(workflow).of(id))
    expect(durations.of(1).p50).toBeCloseTo(20, -0.5)
  })

  it('learns a step that has no estimate', () => {
    expect(learnedDurations(workflow, [recordsOf(4, 7)]).of(4).p50).toBeCloseTo(7, -0.5)
  })

  it('tells options apart, and takes all of them for one that nobody has recorded', () => {
    const durations = learnedDurations(workflow, [recordsOf(2, 4, 21), recordsOf(2, 30, 22)])
    expect(durations.of(2, 21).p50).toBeLessThan(6)
    expect(durations.of(2, 22).p50).toBeGreaterThan(20)
    expect(durations.of(2, 23)).toEqual(durations.of(2))
    expect(durations.of(2).p50).toBeGreaterThan(durations.of(2, 21).p50)
  })

  it('does not count own records twice: everyone’s, taken less one’s own, are the others’', () => {
    const own = many(20)
    const alone = learnedDurations(workflow, [{ step_id: 1, option_id: null, everyone: own, own }]).of(1)
    const others = learnedDurations(workflow, [{ step_id: 1, option_id: null, everyone: own, own: noCounts }]).of(1)
    expect(alone.p90).toBeLessThan(others.p90)
  })

  it('waits no shorter than the timer runs', () => {
    expect(learnedDurations(workflow, [recordsOf(3, 40)]).of(3).p50).toBe(60)
    expect(learnedDurations(workflow, [recordsOf(3, 90)]).of(3).p50).toBeGreaterThan(80)
  })
})

describe('recordedDuration()', () => {
  const pass = (changes: object) => ({ status: 'completed' as const, iteration: 1, actual_duration: 12, ...changes })

  it.each([
    ['what was completed', 1, {}, { bucket: bucketOf(12), option_id: null }],
    [
      'the option that a decision took',
      2,
      { data: { decision_option_id: 22 } },
      { bucket: bucketOf(12), option_id: 22 },
    ],
    [
      'no option where none was to take',
      1,
      { data: { decision_option_id: 'x' } },
      { bucket: bucketOf(12), option_id: null },
    ],
    ['waiting', 3, {}, { bucket: bucketOf(12), option_id: null }],
    ['not waiting that was cut short', 3, { data: { override: true } }, null],
    ['nothing that was skipped', 1, { status: 'skipped' }, null],
    ['nothing that failed', 1, { status: 'failed' }, null],
    ['nothing that took no time', 1, { actual_duration: 0 }, null],
    ['nothing without a time', 1, { actual_duration: null }, null],
    ['nothing of a step that is not there', 9, {}, null],
  ])('keeps %s', (_, step, changes, expected) => {
    expect(recordedDuration(workflow, step, pass(changes))).toEqual(expected)
  })
})

describe('progress by what was learned', () => {
  const learned = (play: Play, minutes: number) =>
    progressOf(
      play.workflow,
      play.state,
      play.at,
      learnedDurations(
        play.workflow,
        [1, 2, 3].map(step => recordsOf(step, minutes)),
      ),
    )

  it('expects what was recorded instead of what was estimated', () => {
    const play = new Play(aChain(3)).start()
    const range = learned(play, 20).remaining_range
    expect(range.p50).toBeGreaterThan(54)
    expect(range.p50).toBeLessThan(66)
    expect(range.p90).toBeGreaterThan(range.p50)
  })

  it('a step that takes longer than usual may still take until its ninetieth', () => {
    const play = new Play(aChain(1)).start().wait(21)
    const { remaining_range } = learned(play, 20)
    expect(remaining_range.p50).toBeLessThan(2)
    expect(remaining_range.p90).toBeGreaterThan(remaining_range.p50)
    expect(learned(play.wait(600), 20).remaining_range).toEqual({ p50: 0, p90: 0 })
  })
})
