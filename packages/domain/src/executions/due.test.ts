import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { dueNext, type ClockLimits } from './due.ts'

const minute = 60_000
const limits: ClockLimits = { time: 600 * minute, idle: 240 * minute }
const never: ClockLimits = { ...limits, idle: null }

/** What is asked next, and in how many minutes from the last command. */
function due(play: Play, wanted: ClockLimits = limits) {
  const usedAt = play.at - 1000
  const next = dueNext(play.workflow, play.state, { limits: wanted, usedAt })
  return next && [next.command.type, Math.round((next.at - usedAt) / minute)]
}

describe('the clock', () => {
  it('pauses what nobody uses, counted from the last command', () => {
    const play = new Play(aChain(3)).start()
    expect(due(play)).toEqual(['pause', 240])
    expect(due(play.wait(200).complete(1))).toEqual(['pause', 240])
    expect(dueNext(play.workflow, play.state, { limits, usedAt: 0 })?.command).toEqual({
      type: 'pause',
      reason: 'idle',
    })
  })

  it('times out what has gone on for too long, pauses left out', () => {
    const play = new Play(aChain(3)).start()
    expect(due(play, never)).toEqual(['time_out', 600])
    play.wait(100).do({ type: 'pause' }).wait(5_000)
    expect(due(play, never)).toBeNull()
    expect(due(play.do({ type: 'resume' }), never)).toEqual(['time_out', 500])
    expect(due(play.wait(400).complete(1))).toEqual(['time_out', 100])
  })

  it('grants its whole limit again to what was resumed after a time-out', () => {
    const play = new Play(aChain(3)).start().wait(600).do({ type: 'time_out' }).wait(5_000)
    expect(due(play, never)).toBeNull()
    expect(due(play.do({ type: 'resume' }), never)).toEqual(['time_out', 600])
    play.wait(60).do({ type: 'pause' }).wait(60).do({ type: 'resume' })
    expect(due(play, never)).toEqual(['time_out', 540])
    play.wait(540).do({ type: 'time_out' }).wait(1).do({ type: 'resume' })
    expect(due(play, never)).toEqual(['time_out', 600])
  })

  it('does not take waiting for idling, nor count it as work', () => {
    const cure = aStep(2, { step_type: 'time', estimated_duration: 40_320 })
    const soap = new Play(aWorkflow([aStep(1), cure], [aConnection(1, 2)])).start()
    expect(due(soap, never)).toEqual(['time_out', 40_920])
    expect(due(soap.complete(1))).toEqual(['pause', 40_560])
    const lag = new Play(aWorkflow([aStep(1), aStep(2)], [aConnection(1, 2, { min_lag: 1_440 })])).start().complete(1)
    expect(due(lag)).toEqual(['pause', 1_680])
    expect(due(lag, never)).toEqual(['time_out', 2_040])
  })

  it('waits for timers that run, and not for those that are paused', () => {
    const timer = { timer_id: 'glue' } as const
    const play = new Play(aChain(2)).start().do({ type: 'start_timer', ...timer, minutes: 900 })
    expect(due(play)).toEqual(['time_out', 900])
    expect(due(play.do({ type: 'pause_timer', ...timer }))).toEqual(['pause', 240])
    const short = new Play(aChain(2)).start().do({ type: 'start_timer', ...timer, minutes: 100 })
    expect(due(short)).toEqual(['pause', 340])
  })

  it('asks nothing of what has not begun, stands still or has ended', () => {
    expect(due(new Play(aChain(2)))).toBeNull()
    for (const type of ['pause', 'cancel', 'time_out'] as const)
      expect(due(new Play(aChain(2)).start().do({ type }))).toBeNull()
    expect(due(new Play(aChain(1)).start().complete(1))).toBeNull()
  })

  it('gives the same answer when it is asked again at the time it named', () => {
    const play = new Play(aChain(2)).start()
    const usedAt = play.at
    const first = dueNext(play.workflow, play.state, { limits, usedAt })
    play.at = first?.at ?? 0
    expect(dueNext(play.workflow, play.state, { limits, usedAt })).toEqual(first)
  })
})
