import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { expectDecision } from '../testing/expect-decision.ts'
import { Play } from '../testing/play.ts'
import type { ConnectionDefinition } from '../workflows/definition.ts'
import { availableSteps, stepTiming, waitingSteps } from './view.ts'

const steps = (count: number) => Array.from({ length: count }, (_, index) => aStep(index + 1))
const complete = (step_id: number, more: object = {}) => ({ type: 'complete', step_id, ...more }) as const
const conditional = (source: number, target: number, changes: Partial<ConnectionDefinition> = {}) =>
  aConnection(source, target, { connection_type: 'conditional', ...changes })
const decision = aDecision(2, [{ option_text: 'Nails' }, { option_text: 'Dovetails' }])

describe('start', () => {
  it('comes first and once', () => {
    const play = new Play(aChain(2))
    expectDecision(play, complete(1), { refused: 'execution.not_active', text: /has not begun: start it first/ })
    play.start()
    expectDecision(play, { type: 'start' }, { refused: 'execution.already_started' })
  })

  it('keeps variables and the selected outcome, and refuses one that is not there', () => {
    const play = new Play(aWorkflow(steps(1), [], [anOutcome(4)]))
    expectDecision(play, { type: 'start', selected_outcome_id: 5 }, { refused: 'execution.outcome_not_found' })
    play.do({
      type: 'start',
      selected_outcome_id: 4,
      variables: JSON.parse('{"a":1,"__proto__":{"b":2}}') as object as never,
    })
    expect(play.state.selected_outcome_id).toBe(4)
    expect(JSON.stringify(play.state.variables)).toBe('{"a":1,"__proto__":{"b":2}}')
  })

  it('needs steps', () => {
    expectDecision(new Play(aWorkflow([])), { type: 'start' }, { refused: 'workflow.no_steps' })
  })
})

describe('complete', () => {
  it('works on active and on ready steps; the view stays with whom works elsewhere', () => {
    const play = new Play(aWorkflow(steps(4), [aConnection(1, 2), aConnection(1, 3), aConnection(3, 4)]))
      .start()
      .complete(1)
    expectDecision(play, complete(3), { steps: 'cacr' })
    expect(play.state.current_step_id).toBe(2)
  })

  it('is refused on a step that is not open, telling what it waits for and what is open', () => {
    const play = new Play(aChain(3)).start().complete(1)
    expectDecision(play, complete(3), {
      refused: 'execution.step_not_ready',
      text: /^Step 3 “Step 3” is not open yet: it waits for “Step 2”\. Open now: “Step 2”\.$/,
    })
    expectDecision(play, complete(1), { refused: 'execution.step_not_ready', text: /is completed already/ })
    expectDecision(play, complete(9), { refused: 'execution.step_not_found', text: /no step 9/ })
  })

  it('asks a decision for its option, a check for its verdict', () => {
    const play = new Play(aWorkflow([aStep(1, { step_type: 'quality_check' }), decision])).start()
    expectDecision(play, complete(1), { refused: 'execution.verdict_required', text: /passed or failed/ })
    expectDecision(play, complete(1, { data: { verdict: 'maybe' } }), { refused: 'execution.verdict_required' })
    play.verdict(1, 'pass')
    expectDecision(play, complete(2), { refused: 'execution.decision_required', text: /choose “Nails” or “Dovetails”/ })
  })

  it('takes a decision without options for any other step', () => {
    expectDecision(new Play(aWorkflow([aDecision(1, [])])).start(), complete(1), { steps: 'c' })
  })

  it('records notes, data and the time since the step became active, pauses left out', () => {
    const play = new Play(aChain(1)).start().do({ type: 'note', step_id: 1, text: 'knots' })
    play.wait(10).do({ type: 'pause' }).wait(60).do({ type: 'resume' }).wait(5)
    play.do(complete(1, { notes: 'clean', data: { width: 3 } }))
    const changed = play.records.at(-1)!.events.find(event => event.type === 'step_changed')
    expect(changed?.to).toMatchObject({ status: 'completed', notes: 'knots\nclean', data: { width: 3 } })
    expect(changed?.to.actual_duration).toBeCloseTo(15, 0)
  })

  it('has no notes before it was begun', () => {
    const play = new Play(aChain(2)).start()
    const note = { type: 'note', step_id: 2, text: 'knots' } as const
    expectDecision(play, note, { refused: 'execution.step_not_ready', text: /is not open yet: it waits for/ })
    play.do(complete(1)).do(note)
  })

  it('takes the duration that it is told', () => {
    const play = new Play(aChain(1)).start().do(complete(1, { actual_duration: 2.5 }))
    expect(play.records.at(-1)!.events[0]).toMatchObject({ to: { actual_duration: 2.5 } })
  })
})

describe('a time step', () => {
  const workflow = aWorkflow([aStep(1), aStep(2, { step_type: 'time', estimated_duration: 30 })], [aConnection(1, 2)])

  it('completes once its time has passed', () => {
    const play = new Play(workflow).start().complete(1)
    expectDecision(play.wait(20), complete(2), { refused: 'execution.time_not_elapsed', text: /another 10 minutes/ })
    expect(play.refusal(complete(2)).minutes_left).toBeCloseTo(10, 0)
    expectDecision(play.wait(10), complete(2), { steps: 'cc' })
  })

  it.each(['pause', 'time_out'] as const)('goes on through a %s of the execution: its time is wall time', type => {
    const play = new Play(workflow).start().complete(1)
    const begun = play.state.open[2]?.started_at ?? 0
    play.wait(20).do({ type })
    const timing = () => stepTiming(play.workflow, play.state, 2, play.at)
    expect(timing()).toMatchObject({ ends_at: begun + 30 * 60_000 })
    expect(timing()?.wait).toBeCloseTo(10, 0)
    play.wait(60)
    expect(timing()).toMatchObject({ wait: 0 })
    expectDecision(play.do({ type: 'resume' }), complete(2), { steps: 'cc' })
    const settled = play.records.at(-1)!.events[0]
    expect(settled).toMatchObject({ type: 'step_changed', to: { actual_duration: expect.closeTo(80, 0) as number } })
  })

  it('leaves pauses out of the time of any other step', () => {
    const play = new Play(workflow).start().wait(5).do({ type: 'pause' }).wait(60).do({ type: 'resume' }).wait(5)
    expect(stepTiming(play.workflow, play.state, 1, play.at)).toMatchObject({ ends_at: null, wait: 0 })
    expect(stepTiming(play.workflow, play.state, 1, play.at)?.spent).toBeCloseTo(10, 0)
    play.do(complete(1))
    expect(play.records.at(-1)!.events[0]).toMatchObject({ to: { actual_duration: expect.closeTo(10, 0) as number } })
  })

  it('stands still once the execution is cancelled', () => {
    const play = new Play(workflow).start().complete(1).wait(10).do({ type: 'cancel' }).wait(60)
    expect(stepTiming(play.workflow, play.state, 2, play.at)?.spent).toBeCloseTo(10, 0)
  })

  it('completes earlier with an override, which is recorded', () => {
    const play = new Play(workflow).start().complete(1)
    expectDecision(play, complete(2, { override: true, data: { set: 'firm' } }), { steps: 'cc' })
    expect(play.records.at(-1)!.events[0]).toMatchObject({ to: { data: { set: 'firm', override: true } } })
    const patient = new Play(workflow)
      .start()
      .complete(1)
      .wait(30)
      .do(complete(2, { override: true }))
    expect(patient.records.at(-1)!.events[0]).not.toHaveProperty('to.data')
  })
})

describe('a lag', () => {
  const workflow = aWorkflow(steps(3), [aConnection(1, 2, { min_lag: 30, max_lag: 45 }), aConnection(2, 3)])

  it('keeps its target pending until it is over, told by not_before', () => {
    const play = new Play(workflow).start()
    const settledAt = play.at
    expectDecision(play, complete(1), { steps: 'cpp' })
    expect(waitingSteps(play.workflow, play.state, play.at)).toEqual([
      { step_id: 2, not_before: settledAt + 1_800_000 },
    ])
    expect(play.state.current_step_id).toBe(2)
    const skip = { type: 'skip', step_id: 2 } as const
    for (const command of [complete(2), skip, { type: 'navigate', step_id: 2 } as const])
      expectDecision(play, command, { refused: 'execution.lag_not_elapsed', text: /wait for another 30 minutes/ })
    expect([play.status(2), play.available]).toEqual(['pending', []])
    play.wait(30)
    expect([play.status(2), play.available]).toEqual(['ready', [2]])
    expectDecision(play, { type: 'navigate', step_id: 2 }, { steps: 'cap' })
  })

  it('can be overridden, which is recorded', () => {
    const play = new Play(workflow).start().complete(1)
    expectDecision(play, { type: 'navigate', step_id: 2, override: true }, { steps: 'cap' })
    expect(play.state.open[2]?.data).toEqual({ override: true })
    const other = new Play(workflow).start().complete(1)
    expectDecision(other, complete(2, { override: true }), { steps: 'cca' })
    expect(other.records.at(-1)!.events[0]).toMatchObject({ to: { data: { override: true } } })
  })

  it('tells the deadline of a max_lag, and that it was missed, without ever blocking', () => {
    const play = new Play(workflow).start().complete(1).wait(44)
    const timing = () => stepTiming(play.workflow, play.state, 2, play.at)
    expect(timing()).toMatchObject({ deadline_missed: false, wait: 0 })
    play.wait(2)
    expect(timing()).toMatchObject({ deadline_missed: true })
    expectDecision(play, complete(2), { steps: 'cca' })
  })

  it('counts from when its own source settled, the longest of several', () => {
    const join = aWorkflow(steps(4), [
      aConnection(1, 2),
      aConnection(1, 3),
      aConnection(2, 4, { min_lag: 60 }),
      aConnection(3, 4, { min_lag: 10 }),
    ])
    const play = new Play(join).start().complete(1, 2).wait(55).complete(3)
    expect(play.wait(9).status(4)).toBe('pending')
    expect(play.wait(1).status(4)).toBe('ready')
  })
})

describe('decide, skip and fail', () => {
  it('decide refuses what is no decision, no option or not open', () => {
    const play = new Play(aWorkflow([aStep(1), decision], [aConnection(1, 2)])).start()
    expectDecision(
      play,
      { type: 'decide', step_id: 1, option_id: 21 },
      { refused: 'execution.not_a_decision', text: /complete it instead/ },
    )
    expectDecision(play, { type: 'decide', step_id: 2, option_id: 21 }, { refused: 'execution.step_not_ready' })
    play.complete(1)
    expectDecision(
      play,
      { type: 'decide', step_id: 2, option_id: 9 },
      { refused: 'execution.option_not_found', text: /“Nails” or “Dovetails”/ },
    )
    play.choose(2, 22)
    expect(play.records.at(-1)!.events[0]).toMatchObject({ to: { data: { decision_option_id: 22 } } })
  })

  it('skip is refused on a decision and on a quality check: they have to be made', () => {
    const play = new Play(aWorkflow([aStep(1, { step_type: 'quality_check' }), decision])).start()
    expectDecision(
      play,
      { type: 'skip', step_id: 1 },
      { refused: 'execution.not_skippable', text: /verdict pass or fail/ },
    )
    play.verdict(1, 'pass')
    expectDecision(
      play,
      { type: 'skip', step_id: 2 },
      { refused: 'execution.not_skippable', text: /“Nails” or “Dovetails”/ },
    )
    expectDecision(play, { type: 'fail', step_id: 2 }, { steps: 'cf' })
  })

  it('record the reason', () => {
    const play = new Play(aChain(2)).start().do({ type: 'skip', step_id: 1, reason: 'done before' })
    expect(play.records.at(-1)!.events[0]).toMatchObject({ to: { status: 'skipped', data: { reason: 'done before' } } })
  })
})

describe('navigate', () => {
  const fork = aWorkflow(steps(4), [aConnection(1, 2), aConnection(1, 3), aConnection(2, 4), aConnection(3, 4)])

  it('moves the view to any step that is open or settled, and starts a ready one', () => {
    const play = new Play(fork).start().complete(1)
    expectDecision(play, { type: 'navigate', step_id: 1 }, { steps: 'carp' })
    expect(play.state.current_step_id).toBe(1)
    expectDecision(play, { type: 'navigate', step_id: 3 }, { steps: 'caap' })
    expect(play.state.undo_head).toBe(2)
  })

  it('jumps to a pending step only if skipping was asked for, and lists what it passes over', () => {
    const play = new Play(fork).start()
    expectDecision(
      play,
      { type: 'navigate', step_id: 4 },
      { refused: 'execution.jump_not_confirmed', text: /would skip “Step 1”, “Step 2” and “Step 3”/ },
    )
    const decision = play.decide({ type: 'navigate', step_id: 4, skip: true })
    expect(decision).toMatchObject({ ok: true, undoable: true, skipped_steps: [1, 2, 3] })
    expectDecision(play, { type: 'navigate', step_id: 4, skip: true }, { steps: 'sssa' })
    expect(play.undo().letters).toBe('appp')
  })

  it('is refused as a whole by a decision or a check on the way, and on what is ruled out', () => {
    const choice = (target: number) => aConnection(2, target, { connection_type: 'choice' })
    const workflow = aWorkflow([aStep(1), decision, aStep(3), aStep(4)], [aConnection(1, 2), choice(3), choice(4)])
    const play = new Play(workflow).start()
    expectDecision(
      play,
      { type: 'navigate', step_id: 3, skip: true },
      { refused: 'execution.decision_required', text: /Step 2 “Step 2” asks for a decision/ },
    )
    play.complete(1).choose(2, 21)
    expectDecision(
      play,
      { type: 'navigate', step_id: 4, skip: true },
      { refused: 'execution.step_not_reachable', text: /ruled it out/ },
    )
    const check = aWorkflow([aStep(1), aStep(2, { step_type: 'quality_check' }), aStep(3)])
    expectDecision(
      new Play(check).start(),
      { type: 'navigate', step_id: 3, skip: true },
      { refused: 'execution.verdict_required' },
    )
  })

  it('names the decision for a step that only a jump leads to', () => {
    const workflow = aWorkflow([aDecision(1, [{ result_action: { goto_step: 2 } }, {}]), aStep(2)])
    expectDecision(
      new Play(workflow).start(),
      { type: 'navigate', step_id: 2, skip: true },
      { refused: 'execution.decision_required' },
    )
  })

  it('passes over a conditional group only if the target is certain', () => {
    // 1 goes to 2 or, by default, to 3; both meet in 4.
    const workflow = aWorkflow(steps(4), [
      conditional(1, 2, { condition: { wood: 'oak' } }),
      conditional(1, 3, { is_default: true }),
      aConnection(2, 4),
      aConnection(3, 4),
    ])
    const jump = (step_id: number) => ({ type: 'navigate', step_id, skip: true }) as const
    expectDecision(new Play(workflow).start(), jump(4), { steps: 'sdsa' })
    expectDecision(new Play(workflow).start(), jump(3), {
      refused: 'execution.step_not_reachable',
      text: /not known yet/,
    })
    expectDecision(new Play(workflow).start(), jump(2), { refused: 'execution.step_not_reachable' })
    expectDecision(new Play(workflow).start({ wood: 'oak' }), jump(2), { steps: 'sadp' })
    expectDecision(new Play(workflow).start({ wood: 'oak' }), jump(3), { refused: 'execution.step_not_reachable' })
  })

  it('needs an override for a lag before its target', () => {
    const workflow = aWorkflow(steps(2), [aConnection(1, 2, { min_lag: 10 })])
    const jump = { type: 'navigate', step_id: 2, skip: true } as const
    expectDecision(new Play(workflow).start(), jump, { refused: 'execution.lag_not_elapsed' })
    expectDecision(new Play(workflow).start(), { ...jump, override: true }, { steps: 'sa' })
  })
})

describe('the status of the execution', () => {
  const run = () => new Play(aChain(2)).start()
  const commands = [
    complete(1),
    { type: 'skip', step_id: 1 },
    { type: 'fail', step_id: 1 },
    { type: 'navigate', step_id: 1 },
    { type: 'set_variables', variables: {} },
    { type: 'select_outcome', outcome_id: null },
    { type: 'pause' },
    { type: 'time_out' },
  ] as const
  const note = { type: 'note', step_id: 1, text: 'dust' } as const

  it('refuses what does not suit it with all that people can do, and no more', () => {
    const { allowed } = run().refusal({ type: 'resume' })
    expect(allowed).toEqual(expect.arrayContaining(['complete', 'skip', 'pause', 'cancel', 'note']))
    expect(allowed).not.toContain('time_out')
    expect(new Play(aChain(3)).start().refusal({ type: 'navigate', step_id: 3 })).not.toHaveProperty('allowed')
  })

  it('paused: accepts resume, cancel, notes and timers alone', () => {
    const play = run().do({ type: 'pause' })
    for (const command of commands)
      expectDecision(play, command, { refused: 'execution.paused', text: /paused: resume it before you/ })
    expectDecision(play, { type: 'undo', last: null }, { refused: 'execution.paused' })
    play.do(note).do({ type: 'resume' })
    expect(play.state).toMatchObject({ status: 'active', paused_at: null, paused_total: 2000 })
    expect(run().do({ type: 'pause' }).do({ type: 'cancel' }).state.status).toBe('cancelled')
  })

  it('timed out: can be resumed, and the time between does not count', () => {
    const play = run().do({ type: 'time_out' })
    for (const command of commands)
      expectDecision(play, command, { refused: 'execution.not_active', text: /out of time/ })
    play.wait(60).do({ type: 'resume' })
    expect(play.state).toMatchObject({ status: 'active', ended_at: null, paused_total: 3_601_000 })
  })

  it('cancelled: nothing is available, the steps stay as they were', () => {
    const play = run().do({ type: 'cancel', reason: 'no nails' })
    for (const command of [...commands, { type: 'resume' } as const])
      expectDecision(play, command, { refused: 'execution.not_active' })
    expectDecision(
      play,
      { type: 'undo', last: play.last },
      { refused: 'execution.not_active', text: /is cancelled: to undo/ },
    )
    expect(play.letters).toBe('ap')
    expect(availableSteps(play.workflow, play.state, play.at)).toEqual([])
    play.do(note)
  })

  it.each(['completed', 'failed'] as const)('%s: accepts undo and notes alone', status => {
    const play = status === 'completed' ? run().complete(1, 2) : run().complete(1).do({ type: 'fail', step_id: 2 })
    expect(play.state.status).toBe(status)
    for (const command of commands) expectDecision(play, command, { refused: 'execution.not_active' })
    expect(play.do(note).undo().letters).toBe('ca')
  })
})
