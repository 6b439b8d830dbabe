import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { benchEngine } from '../testing/engine-bench.ts'
import { Play } from '../testing/play.ts'

describe('the cost of a command', () => {
  it('does not grow with the workflow: 2,000 steps cost at most 1.5 times what 20 cost', () => {
    // oxlint-disable-next-line no-restricted-globals -- the test brings the clock that the engine has not
    const ratios = Array.from({ length: 3 }, () => benchEngine(() => performance.now()).ratio)
    expect(Math.min(...ratios)).toBeLessThanOrEqual(1.5)
  })

  it('is as many events in a long chain as in a short one', () => {
    const events = (length: number) => new Play(aChain(length)).start().complete(1, 2).records.at(-1)!.events.length
    expect(events(2_000)).toBe(events(20))
  })

  it('is what it touches: a fork of 500 opens 500, and a loop over 500 resets 500', () => {
    const ids = Array.from({ length: 500 }, (_, index) => index + 2)
    const fork = aWorkflow(
      [aStep(1), ...ids.map(id => aStep(id))],
      ids.map(id => aConnection(1, id, { id, connection_type: 'parallel' })),
    )
    expect(new Play(fork).start().complete(1).available).toHaveLength(500)
    const chain = aChain(500)
    const loop = aConnection(500, 1, { id: 1, connection_type: 'loop', max_iterations: 2 })
    const play = new Play({ ...chain, connections: [...chain.connections, loop] }).start()
    play.do({ type: 'navigate', step_id: 500, skip: true }).complete(500)
    expect(play.letters).toBe(`a${'p'.repeat(499)}`)
    expect(play.undo().undo().letters).toBe(`a${'p'.repeat(499)}`)
    expect(play.state.iterations).toEqual({})
  })
})
