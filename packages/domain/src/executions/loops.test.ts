import { describe, expect, it } from 'vitest'
import { aConnection, aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { expectDecision } from '../testing/expect-decision.ts'
import { Play } from '../testing/play.ts'
import type { ConnectionDefinition } from '../workflows/definition.ts'

const steps = (count: number) => Array.from({ length: count }, (_, index) => aStep(index + 1))
const loop = (source: number, target: number, changes: Partial<ConnectionDefinition> = {}) =>
  aConnection(source, target, { connection_type: 'loop', ...changes })
const complete = (step_id: number) => ({ type: 'complete', step_id }) as const
const goto = (step: number) => ({ result_action: { goto_step: step } })

describe('a loop', () => {
  const body = aWorkflow(steps(4), [
    aConnection(1, 2),
    aConnection(2, 3),
    aConnection(3, 4),
    loop(3, 2, { condition: { rough: true } }),
  ])

  it('is checked first: while its condition holds, target and all on the way back return to pending', () => {
    const play = new Play(body).start({ rough: true }).complete(1, 2)
    expectDecision(play, complete(3), { steps: 'capp' })
    expect(play.state.iterations).toEqual({ 2: 2, 3: 2 })
    play.do({ type: 'set_variables', variables: { rough: false } }).complete(2)
    expectDecision(play, complete(3), { steps: 'ccca' })
  })

  it('returns nine times unless the connection says otherwise', () => {
    const play = new Play(body).start({ rough: true }).complete(1)
    for (let run = 1; run <= 9; run += 1) expectDecision(play.complete(2), complete(3), { steps: 'capp' })
    expectDecision(play.complete(2), complete(3), { steps: 'ccca' })
  })

  it.each([
    [1, 0],
    [3, 2],
  ])('with a limit of %i returns %i times, without a condition every time', (max_iterations, returns) => {
    const play = new Play(aWorkflow(steps(2), [aConnection(1, 2), loop(1, 1, { max_iterations })])).start()
    for (let run = 0; run < returns; run += 1) expectDecision(play, complete(1), { steps: 'ap' })
    expectDecision(play, complete(1), { steps: 'ca' })
  })

  it('is not checked when its step is skipped or fails', () => {
    const play = () => new Play(body).start({ rough: true }).complete(1, 2)
    expectDecision(play(), { type: 'skip', step_id: 3 }, { steps: 'ccsa' })
    expectDecision(play(), { type: 'fail', step_id: 3 }, { steps: 'ccfd' })
  })

  it('brings back what had died of it, inside and outside, and leaves what is open or settled outside alone', () => {
    const choice = (source: number, target: number) => aConnection(source, target, { connection_type: 'choice' })
    // 1 decides 2 or 3; 3 leads out to 5; both meet in 4, which loops back to 1; 6 runs beside all that.
    const workflow = aWorkflow(
      [aDecision(1, [goto(2), goto(3)]), aStep(2), aStep(3), aStep(4), aStep(5), aStep(6)],
      [
        choice(1, 2),
        choice(1, 3),
        aConnection(2, 4),
        aConnection(3, 4),
        aConnection(3, 5),
        loop(4, 1, { condition: { again: true } }),
      ],
    )
    const play = new Play(workflow).start({ again: true }).choose(1, 11).complete(2)
    expect(play.letters).toBe('ccdadr')
    expectDecision(play, complete(4), { steps: 'appppr' })
    play.choose(1, 12)
    expect(play.letters).toBe('cdappr')
    play.complete(3)
    expect(play.letters).toBe('cdcaa'.slice(0, 4) + 'rr')
    expectDecision(play, complete(4), { steps: 'apppr'.slice(0, 4) + 'rr' })
  })

  it('restarts the count of the loops inside it', () => {
    const workflow = aWorkflow(steps(3), [
      aConnection(1, 2),
      aConnection(2, 3),
      loop(2, 2, { max_iterations: 2 }),
      loop(3, 1, { max_iterations: 2 }),
    ])
    const play = new Play(workflow).start()
    const once = () => play.complete(1, 2, 2, 3)
    once()
    expect(play.letters).toBe('app')
    expect(play.state.loops).toEqual({ 301: 1 })
    once()
    expect(play.state.status).toBe('completed')
    expect(play.state.iterations).toEqual({ 1: 2, 2: 4, 3: 2 })
  })

  it('models rework: check, fallback, mend, back to the check', () => {
    const workflow = aWorkflow(
      [aStep(1, { step_type: 'quality_check' }), aStep(2), aStep(3)],
      [aConnection(1, 3), aConnection(1, 2, { connection_type: 'fallback' }), loop(2, 1, { max_iterations: 2 })],
    )
    const play = new Play(workflow).start().verdict(1, 'fail')
    expect(play.letters).toBe('fad')
    expectDecision(play, complete(2), { steps: 'app' })
    expectDecision(play, { type: 'complete', step_id: 1, data: { verdict: 'pass' } }, { steps: 'cda' })
  })

  it('waits for its own min_lag', () => {
    const play = new Play(aWorkflow(steps(1), [loop(1, 1, { min_lag: 30, max_iterations: 2 })])).start().complete(1)
    expect(play.status(1)).toBe('pending')
    expect(play.wait(30).status(1)).toBe('ready')
  })
})

describe('an option that goes back', () => {
  const workflow = aWorkflow(
    [aStep(1), aStep(2), aDecision(3, [goto(1), {}]), aStep(4)],
    [aConnection(1, 2), aConnection(2, 3), aConnection(3, 4)],
  )

  it('is a loop with the same reset, at most nine times; then the decision is refused, naming the limit', () => {
    const play = new Play(workflow).start()
    for (let run = 1; run <= 9; run += 1) {
      play.complete(1, 2)
      expectDecision(play, { type: 'decide', step_id: 3, option_id: 31 }, { steps: 'appp' })
    }
    expect(play.state.loops).toEqual({ '3>1': 9 })
    play.complete(1, 2)
    expectDecision(
      play,
      { type: 'decide', step_id: 3, option_id: 31 },
      { refused: 'execution.loop_limit_reached', text: /limit is 10 runs/ },
    )
    expectDecision(play, { type: 'decide', step_id: 3, option_id: 32 }, { steps: 'ccca' })
  })

  it('takes a loop connection to its target with that limit, whose condition is not asked', () => {
    const looped = {
      ...workflow,
      connections: [...workflow.connections, loop(3, 1, { max_iterations: 2, condition: { never: 1 } })],
    }
    const play = new Play(looped).start().complete(1, 2).choose(3, 31)
    expect(play.letters).toBe('appp')
    play.complete(1, 2)
    expectDecision(
      play,
      { type: 'decide', step_id: 3, option_id: 31 },
      { refused: 'execution.loop_limit_reached', text: /limit is 2 runs/ },
    )
  })
})

describe('an option that jumps ahead without a connection', () => {
  const jumping = [goto(4), goto(2)]
  const workflow = aWorkflow(
    [aDecision(1, jumping), aStep(2), aStep(3), aStep(4), aStep(5)],
    [aConnection(1, 2), aConnection(2, 3), aConnection(3, 5)],
  )

  it('opens its target at once and leaves every connection of the decision dead, whatever its type', () => {
    const play = new Play(workflow).start()
    expect(play.letters).toBe('apppp')
    expectDecision(play, { type: 'decide', step_id: 1, option_id: 11 }, { steps: 'cddad' })
  })

  it('has a target that is not initial, and dead once no open decision can name it', () => {
    expectDecision(new Play(workflow).start(), { type: 'decide', step_id: 1, option_id: 12 }, { steps: 'capdp' })
    expectDecision(new Play(workflow).start(), { type: 'fail', step_id: 1 }, { steps: 'fdddd' })
  })

  it('brings its target back to pending when the decision is looped back to', () => {
    const looped = { ...workflow, connections: [...workflow.connections, loop(3, 1)] }
    const play = new Play(looped).start().choose(1, 12).complete(2)
    expectDecision(play, complete(3), { steps: 'apppp' })
  })

  it('revives a dead target and what died with it, and does not await other branches', () => {
    // 1 forks to 2 and 6. 2 decides 3 or 4; 4 goes on to 5. 6 may jump to 4, which has died by then.
    const choice = (target: number) => aConnection(2, target, { connection_type: 'choice' })
    const two = aWorkflow(
      [aStep(1), aDecision(2, [goto(3), goto(4)]), aStep(3), aStep(4), aStep(5), aDecision(6, [goto(4), {}])],
      [aConnection(1, 2), aConnection(1, 6), choice(3), choice(4), aConnection(4, 5)],
    )
    const play = new Play(two).start().complete(1).choose(2, 21)
    expect(play.letters).toBe('ccaddr')
    play.choose(6, 61)
    expect(play.letters).toBe('ccarpc')
    expect(play.complete(4).letters).toBe('ccacrc')
  })

  it('is refused on a settled step that does not lie before', () => {
    const two = aWorkflow([aStep(1), aStep(2), aDecision(3, [goto(2), {}])], [aConnection(1, 2), aConnection(1, 3)])
    const play = new Play(two).start().complete(1, 2)
    expectDecision(
      play,
      { type: 'decide', step_id: 3, option_id: 31 },
      { refused: 'execution.step_not_reachable', text: /“Step 2” is done/ },
    )
  })
})
