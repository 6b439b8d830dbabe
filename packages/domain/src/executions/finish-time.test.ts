import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { progressOf } from './progress.ts'

/** Minutes from now until the run is expected to be done, and until it will be nine times in ten; null: nobody can tell. */
function finishOf(play: Play) {
  const { expected_finish_at, latest_finish_at } = progressOf(play.workflow, play.state, play.at)
  const minutes = (moment: number | null) => (moment === null ? null : (moment - play.at) / 60_000)
  return [minutes(expected_finish_at), minutes(latest_finish_at)] as const
}
const about = (minutes: number) => expect.closeTo(minutes, 0) as number

describe('the time at which a run will be done', () => {
  it('is now and the remaining time, with its range', () => {
    const play = new Play(aChain(4)).start()
    const { remaining_range } = progressOf(play.workflow, play.state, play.at)
    expect(finishOf(play)).toEqual([about(40), about(remaining_range.p90)])
    expect(finishOf(play.complete(1, 2).wait(3))).toEqual([about(17), expect.any(Number)])
  })

  it('is as if it started now before it starts; nobody can tell in a pause, and after the end', () => {
    const play = new Play(aChain(1))
    const nobody = [null, null]
    expect(finishOf(play)).toEqual([about(10), about(16.4)])
    expect(finishOf(play.start().do({ type: 'pause' }))).toEqual(nobody)
    expect(finishOf(play.do({ type: 'resume' }))).toEqual([about(10), about(16.4)])
    expect(finishOf(play.complete(1))).toEqual(nobody)
    expect(finishOf(new Play(aChain(1)).start().do({ type: 'cancel' }))).toEqual(nobody)
  })

  it('counts lags that are still to come, and what is left of those that run', () => {
    const chain = aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 2, { min_lag: 90 }), aConnection(2, 3)])
    const play = new Play(chain).start()
    expect(finishOf(play)[0]).toEqual(about(120))
    play.complete(1)
    expect(finishOf(play)[0]).toEqual(about(110))
    expect(finishOf(play.wait(60))[0]).toEqual(about(50))
    expect(finishOf(play.wait(60))[0]).toEqual(about(20))
  })

  it('takes what can be done while something waits as done meanwhile', () => {
    const side = aWorkflow(
      [aStep(1), aStep(2), aStep(3, { estimated_duration: 40 }), aStep(4)],
      [aConnection(1, 2, { min_lag: 60 }), aConnection(1, 3), aConnection(2, 4), aConnection(3, 4)],
    )
    expect(finishOf(new Play(side).start())[0]).toEqual(about(10 + 60 + 10 + 10))
    const short = { ...side, connections: [aConnection(1, 2, { min_lag: 5 }), ...side.connections.slice(1)] }
    expect(finishOf(new Play(short).start())[0]).toEqual(about(70))
  })

  it('waits at a join for a lag that runs already, though another branch is awaited, too', () => {
    const join = aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 3, { min_lag: 120 }), aConnection(2, 3)])
    const play = new Play(join).start().complete(1)
    expect(finishOf(play)[0]).toEqual(about(130))
    expect(finishOf(play.wait(100))[0]).toEqual(about(30))
  })
})
