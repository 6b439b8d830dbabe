import { describe, expect, it } from 'vitest'
import { aChain } from '../testing/build-workflow.ts'
import { expectDecision } from '../testing/expect-decision.ts'
import { Play } from '../testing/play.ts'
import { timerLeft, timersOf, timerStatus } from './timer.ts'

const minute = 60_000
const start = (timer_id: string, minutes: number, more: object = {}) =>
  ({ type: 'start_timer', timer_id, minutes, ...more }) as const
const glue = { timer_id: 'glue' } as const
const run = () => new Play(aChain(2)).start()
const dry = () => run().do(start('glue', 30, { label: 'Glue' }))

/** What the timer of that id is, and how many whole seconds it has left. */
function look(play: Play, id = 'glue') {
  const timer = timersOf(play.state).find(one => one.id === id)
  return timer && [timerStatus(timer, play.at), Math.round(timerLeft(timer, play.at) / 1000)]
}

describe('a timer', () => {
  it('runs from when it was started, says when it ends, and is over then until it is stopped', () => {
    const play = run()
    const at = play.at
    play.do(start('glue', 30, { label: 'Glue', step_id: 2 }))
    expect(play.state.timers).toEqual({
      glue: {
        id: 'glue',
        label: 'Glue',
        step_id: 2,
        duration: 30 * minute,
        started_at: at,
        started_by: 1,
        ends_at: at + 30 * minute,
      },
    })
    play.wait(29)
    expect(look(play)).toEqual(['running', 59])
    play.wait(3)
    expect(look(play)).toEqual(['done', -121])
    expectDecision(play, { type: 'stop_timer', ...glue }, { steps: 'ap' })
    expect(play.state).not.toHaveProperty('timers')
  })

  it('is called like its step where it has no words of its own', () => {
    const play = run()
      .do(start('a', 1, { step_id: 2 }))
      .do(start('b', 1))
    expect(timersOf(play.state).map(({ label }) => label)).toEqual(['Step 2', ''])
  })

  it('bears a name that no other one bears, however it is written, and keeps it', () => {
    const play = run()
    for (const [id, label] of [
      ['a', 'Glue'],
      ['b', 'glue'],
      ['c', 'Glue'],
      ['d', 'x'.repeat(200)],
      ['e', 'x'.repeat(200)],
    ] as const)
      play.do(start(id, 1, { label }))
    const labels = () => timersOf(play.state).map(({ label }) => label)
    expect(labels().slice(0, 3)).toEqual(['Glue', 'glue 2', 'Glue 3'])
    expect(labels()[4]).toMatch(/^x{198} 2$/)
    play.do({ type: 'stop_timer', timer_id: 'a' })
    expect(labels().slice(0, 2)).toEqual(['glue 2', 'Glue 3'])
    expect(timersOf(play.do(start('f', 1, { label: 'Glue' })).state).at(-1)?.label).toBe('Glue')
  })

  it('keeps what is left while it is paused, however long', () => {
    const play = dry()
      .wait(10)
      .do({ type: 'pause_timer', ...glue })
    const left = look(play)
    expect(left).toEqual(['paused', 20 * 60 - 1])
    expect(look(play.wait(500))).toEqual(left)
    play.do({ type: 'resume_timer', ...glue })
    expect(look(play)).toEqual(['running', 20 * 60 - 2])
  })

  it('goes on while the execution is paused, and can be started, changed and stopped then', () => {
    const play = dry().do({ type: 'pause' }).wait(31)
    expect(look(play)?.[0]).toBe('done')
    play
      .do(start('oven', 5))
      .do({ type: 'extend_timer', ...glue, minutes: 5 })
      .do({ type: 'stop_timer', ...glue })
    expect(timersOf(play.state).map(({ id }) => id)).toEqual(['oven'])
  })

  it.each([
    ['adds to what is left', 10, 5, ['running', 25 * 60 - 2]],
    ['takes from what is left', 10, -5, ['running', 15 * 60 - 2]],
    ['never goes below now', 10, -50, ['done', -1]],
    ['starts one that is over again from now', 40, 5, ['running', 5 * 60 - 1]],
    ['leaves one that is over as it is when it takes from it', 40, -5, ['done', -602]],
  ] as const)('extending %s', (_, wait, minutes, expected) => {
    const play = dry()
      .wait(wait)
      .do({ type: 'extend_timer', ...glue, minutes })
    expect(look(play)).toEqual(expected)
  })

  it('can be extended and shortened while it is paused', () => {
    const play = dry().do({ type: 'pause_timer', ...glue })
    expect(look(play.do({ type: 'extend_timer', ...glue, minutes: 5 }))).toEqual(['paused', 35 * 60 - 1])
    expect(look(play.do({ type: 'extend_timer', ...glue, minutes: -60 }))).toEqual(['paused', 0])
    expect(look(play.do({ type: 'resume_timer', ...glue }))?.[0]).toBe('done')
  })

  it('refuses what makes no sense, saying why', () => {
    const play = dry()
    const none = { timer_id: 'none' }
    for (const type of ['pause_timer', 'resume_timer', 'stop_timer'] as const)
      expectDecision(play, { type, ...none }, { refused: 'execution.timer_not_found', text: /no timer "none"/ })
    expectDecision(play, { type: 'extend_timer', ...none, minutes: 1 }, { refused: 'execution.timer_not_found' })
    expectDecision(play, start('glue', 1), { refused: 'execution.timer_exists', text: /“Glue” has that id already/ })
    expectDecision(play, start('a', 1, { step_id: 9 }), { refused: 'execution.step_not_found' })
    for (const minutes of [0, -1, 0.01, 86_400.1, Infinity, NaN])
      expectDecision(play, start('a', minutes), {
        refused: 'execution.timer_out_of_range',
        text: /one second to 86,400 minutes/,
      })
    const longer = { type: 'extend_timer', ...glue, minutes: 86_400 } as const
    expectDecision(play, longer, { refused: 'execution.timer_out_of_range' })
    expectDecision(play, { type: 'resume_timer', ...glue }, { refused: 'execution.timer_not_paused', text: /runs/ })
    play.do({ type: 'pause_timer', ...glue })
    expectDecision(
      play,
      { type: 'pause_timer', ...glue },
      { refused: 'execution.timer_not_running', text: /is paused/ },
    )
    play.do({ type: 'resume_timer', ...glue }).wait(40)
    expectDecision(play, { type: 'pause_timer', ...glue }, { refused: 'execution.timer_not_running', text: /is over/ })
  })

  it('is one of at most fifty', () => {
    const play = run()
    for (let index = 0; index < 50; index++) play.do(start(`t${index}`, 1))
    expectDecision(play, start('one more', 1), {
      refused: 'execution.timer_limit',
      text: /at most 50 timers: stop one/,
    })
    play.do({ type: 'stop_timer', timer_id: 't7' }).do(start('one more', 1))
  })

  it('ends with the execution, and is there again when the end is undone', () => {
    const play = dry().complete(1, 2)
    expect(play.state.status).toBe('completed')
    expect(timersOf(play.state)).toEqual([])
    expectDecision(play, { type: 'stop_timer', ...glue }, { refused: 'execution.not_active' })
    expect(look(play.undo().wait(30))?.[0]).toBe('done')
    expect(timersOf(play.do({ type: 'cancel' }).state)).toEqual([])
  })

  it('can be silenced, but no more, when the execution has timed out', () => {
    const play = dry().do({ type: 'time_out' })
    expect(timersOf(play.state)).toHaveLength(1)
    expectDecision(play, start('oven', 5), { refused: 'execution.not_active' })
    play.do({ type: 'stop_timer', ...glue })
    expect(timersOf(play.state)).toEqual([])
  })
})
