import { describe, expect, it } from 'vitest'
import { estimatedDurations } from '../insights/estimated-durations.ts'
import { aChain, aConnection, aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { optionConsequences, whatFollows } from './outlook.ts'
import { pathOf } from './path.ts'
import { progressOf } from './progress.ts'

const choice = (source: number, target: number) => aConnection(source, target, { connection_type: 'choice' })
const goto = (step: number, more: object = {}) => ({ result_action: { goto_step: step, ...more } })
const standpoint = ({ workflow, state, at }: Play) => ({
  workflow,
  state,
  at,
  durations: estimatedDurations(workflow),
})
const progress = (play: Play) => progressOf(play.workflow, play.state, play.at)

/** 1 decides: 2 (10 min) or 3 (60 min); both meet in 4, an outcome. */
const fork = aWorkflow(
  [
    aDecision(1, [goto(2), { ...goto(3), is_default: true }, goto(1)], { estimated_duration: 1 }),
    aStep(2),
    aStep(3, { estimated_duration: 60 }),
    aStep(4, { is_outcome: true }),
  ],
  [choice(1, 2), choice(1, 3), aConnection(2, 4), aConnection(3, 4)],
  [{ id: 7, name: 'Box', description: null, display_order: 1, is_default: true, success_criteria: null }],
)

describe('progress', () => {
  it('counts completed and skipped steps of those that are still possible', () => {
    const play = new Play(fork).start()
    expect(progress(play)).toMatchObject({
      total_steps: 4,
      completed_steps: 0,
      progress_percentage: 0,
      current_step_name: 'Step 1',
    })
    play.choose(1, 11)
    expect(progress(play)).toMatchObject({ total_steps: 3, completed_steps: 1 })
    play.do({ type: 'skip', step_id: 2 }).complete(4)
    expect(progress(play)).toMatchObject({
      total_steps: 3,
      completed_steps: 3,
      progress_percentage: 100,
      estimated_remaining_time: 0,
    })
  })

  it('counts failed steps neither as done nor as possible', () => {
    const play = new Play(aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 3), aConnection(2, 3)])).start()
    expect(progress(play.do({ type: 'fail', step_id: 1 }))).toMatchObject({ total_steps: 2, completed_steps: 0 })
  })

  it('leaves pauses out of the elapsed time', () => {
    const play = new Play(aChain(2)).start().wait(10).do({ type: 'pause' }).wait(30)
    expect(progress(play).elapsed_time).toBeCloseTo(10, 0)
    expect(progress(play.do({ type: 'resume' }).wait(5)).elapsed_time).toBeCloseTo(15, 0)
  })

  it('expects the work along defaults and chosen branches, all parallel ones together, with a range', () => {
    const play = new Play(fork).start()
    expect(progress(play).estimated_remaining_time).toBeCloseTo(71, 0)
    play.choose(1, 11)
    const { remaining_range, estimated_remaining_time } = progress(play)
    expect(estimated_remaining_time).toBeCloseTo(20, 0)
    expect(remaining_range.p90).toBeCloseTo(20 + 1.28 * 0.5 * Math.sqrt(200), 0)
    const parallel = new Play(
      aWorkflow(
        [aStep(1), aStep(2), aStep(3), aStep(4)],
        [aConnection(1, 2), aConnection(1, 3), aConnection(2, 4), aConnection(3, 4)],
      ),
    ).start()
    expect(progress(parallel).estimated_remaining_time).toBeCloseTo(40, 0)
  })

  it('counts down while a step is worked on, and stops at nothing', () => {
    const play = new Play(aChain(2)).start().wait(4)
    expect(progress(play).estimated_remaining_time).toBeCloseTo(16, 0)
    expect(progress(play.wait(60)).estimated_remaining_time).toBeCloseTo(10, 0)
  })
})

describe('what an option leads to', () => {
  it('is its next step, the minutes of all that follows, and the outcome', () => {
    const play = new Play(fork).start()
    expect(optionConsequences(standpoint(play), 1)).toEqual([
      { option_id: 11, next_step_id: 2, minutes: 20, outcome_id: 7 },
      { option_id: 12, next_step_id: 3, minutes: 70, outcome_id: 7 },
      { option_id: 13, next_step_id: 1, minutes: 71, outcome_id: 7 },
    ])
    expect(optionConsequences(standpoint(play), 2)).toEqual([])
  })
})

describe('what follows a step', () => {
  it('is what would open if it were completed now; nothing while others are awaited', () => {
    const play = new Play(
      aWorkflow(
        [aStep(1), aStep(2), aStep(3), aStep(4)],
        [aConnection(1, 2), aConnection(1, 3), aConnection(2, 4), aConnection(3, 4)],
      ),
    ).start()
    const follows = (step: number) => whatFollows(play.workflow, play.state, step, play.at)
    expect([follows(1), follows(2)]).toEqual([[2, 3], [4]])
    play.complete(1)
    expect(follows(2)).toEqual([])
    play.complete(2)
    expect(follows(3)).toEqual([4])
    expect(whatFollows(new Play(fork).start().workflow, new Play(fork).start().state, 1, 0)).toEqual([3])
  })
})

describe('the path', () => {
  it('tells why a step was ruled out, passed over or skipped', () => {
    const steps = [...fork.steps.slice(0, 3), aStep(4, { condition_logic: { wood: 'oak' } }), aStep(5)]
    const play = new Play({ ...fork, steps, connections: [...fork.connections, aConnection(4, 5)] })
      .start()
      .choose(1, 11)
      .do({ type: 'skip', step_id: 2 })
    expect(pathOf(play.workflow, play.state, play.at)).toEqual([
      { step_id: 1, status: 'completed', iteration: 1, is_current: false, reason: null },
      { step_id: 2, status: 'skipped', iteration: 1, is_current: false, reason: { code: 'skipped' } },
      {
        step_id: 3,
        status: 'dead',
        iteration: 1,
        is_current: false,
        reason: { code: 'other_way', step_id: 1, taken_step_ids: [2] },
      },
      {
        step_id: 4,
        status: 'skipped',
        iteration: 1,
        is_current: false,
        reason: { code: 'condition', variables: ['wood'] },
      },
      { step_id: 5, status: 'active', iteration: 1, is_current: true, reason: null },
    ])
  })

  it('blames a failed step for what it left dead', () => {
    const play = new Play(aWorkflow([aStep(1), aStep(2), aStep(3), aStep(4)], [aConnection(1, 2), aConnection(2, 3)]))
      .start()
      .do({ type: 'fail', step_id: 1 })
    const reasons = pathOf(play.workflow, play.state, play.at).map(step => step.reason)
    expect(reasons).toEqual([null, { code: 'failed', step_id: 1 }, { code: 'failed', step_id: 1 }, null])
  })
})
