import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { expectDecision } from '../testing/expect-decision.ts'
import { Play } from '../testing/play.ts'

describe('undo', () => {
  it('takes back the last complete, decide, skip, fail or jump, one after another, and no further', () => {
    const play = new Play(
      aWorkflow([
        aStep(1),
        aDecision(2, [{ result_action: { set_variable: { joint: 'nails' } } }, {}]),
        aStep(3),
        aStep(4),
      ]),
    ).start()
    play.complete(1).choose(2, 21).do({ type: 'skip', step_id: 3 }).do({ type: 'fail', step_id: 4 })
    expect(play.state.status).toBe('failed')
    expectDecision(play, { type: 'undo', last: play.last }, { steps: 'ccsa' })
    expect(play.decide({ type: 'undo', last: play.last })).toMatchObject({
      ok: true,
      undone: { type: 'skip', step_id: 3 },
    })
    play.undo().undo()
    expect(play.state.variables).toEqual({})
    play.undo()
    expect(play.letters).toBe('appp')
    expectDecision(
      play,
      { type: 'undo', last: null },
      { refused: 'execution.nothing_to_undo', text: /nothing has been done/ },
    )
  })

  it('never takes back variables, a selected outcome, a pause or a start by navigate', () => {
    const workflow = aWorkflow(
      [aDecision(1, [{ result_action: { set_variable: { wood: 'oak' } } }, {}]), aStep(2), aStep(3)],
      [aConnection(1, 2)],
      [anOutcome(1)],
    )
    const play = new Play(workflow).start().choose(1, 11)
    play.do({ type: 'set_variables', variables: { wood: 'pine' } }).do({ type: 'select_outcome', outcome_id: 1 })
    play.do({ type: 'navigate', step_id: 3 }).do({ type: 'pause' }).do({ type: 'resume' }).undo()
    expect(play.letters).toBe('apa')
    expect(play.state).toMatchObject({ variables: { wood: 'pine' }, selected_outcome_id: 1, paused_total: 1000 })
  })

  it('keeps notes that were written since', () => {
    const play = new Play(aWorkflow([aStep(1), aStep(2), aStep(3)], [aConnection(1, 2)])).start().complete(1)
    play.do({ type: 'note', step_id: 3, text: 'warped' }).undo()
    expect(play.state.open[3]?.notes).toBe('warped')
    const chain = new Play(aChain(3)).start()
    chain.do({ type: 'note', step_id: 1, text: 'before' }).complete(1)
    chain.do({ type: 'note', step_id: 1, text: 'after' }).do({ type: 'note', step_id: 2, text: 'of the next' }).undo()
    expect(chain.state.open[1]?.notes).toBe('before\nafter')
    expect(chain.state.open[2]).toBeUndefined()
    chain.complete(1)
    expect(chain.state.open[2]?.notes).toBe('of the next')
    expect(chain.state).not.toHaveProperty('kept_notes')
  })

  it('refuses a record that is not the last', () => {
    const play = new Play(aChain(3)).start().complete(1, 2)
    expectDecision(
      play,
      { type: 'undo', last: play.records[1]! },
      { refused: 'execution.nothing_to_undo', text: /Only the last command/ },
    )
  })

  it('can be followed by another way', () => {
    const play = new Play(aChain(2)).start().complete(1).undo().do({ type: 'skip', step_id: 1 })
    expect(play.letters).toBe('sa')
    expect(play.undo().letters).toBe('ap')
    expect(play.state.undo_head).toBeNull()
  })
})
