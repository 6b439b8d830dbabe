import { describe, expect, it } from 'vitest'
import { aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import type { ConnectionDefinition, OutcomeDefinition, StepDefinition } from '../workflows/definition.ts'
import { countProgress } from './progress.ts'

const outcomes = [anOutcome(1), anOutcome(2, { is_default: true }), anOutcome(3, { name: 'Step 3' })]
const play = (
  steps: StepDefinition[],
  connections: ConnectionDefinition[] = [],
  list: readonly OutcomeDefinition[] = outcomes,
) => new Play(aWorkflow(steps, connections, list)).start()
const named = (outcome: number) => ({ result_action: { complete_with_outcome: outcome } })

describe('an execution', () => {
  it('is completed when nothing is ready, active or waiting, and not before', () => {
    const run = play([aStep(1), aStep(2)], [aConnection(1, 2, { min_lag: 60 })]).complete(1)
    expect(run.state.status).toBe('active')
    expect(run.wait(60).complete(2).state).toMatchObject({ status: 'completed', ended_at: run.at - 1000 })
  })

  it('ends with the outcome of the outcome step that was reached, whatever was named or selected', () => {
    const run = play([aDecision(1, [named(1), {}]), aStep(2, { is_outcome: true, outcome_id: 2 })], [aConnection(1, 2)])
    run.do({ type: 'select_outcome', outcome_id: 3 }).choose(1, 11)
    expect(run.state.status).toBe('active')
    expect(run.complete(2).state).toMatchObject({ status: 'completed', selected_outcome_id: 2 })
  })

  it('ends with what an option named, else what was selected, else the default, else none', () => {
    const last = (option: object) =>
      play([aDecision(1, [option, {}])])
        .do({ type: 'select_outcome', outcome_id: 3 })
        .choose(1, 11)
    expect(last(named(1)).state.selected_outcome_id).toBe(1)
    expect(last({}).state.selected_outcome_id).toBe(3)
    expect(play([aStep(1)]).complete(1).state.selected_outcome_id).toBe(2)
    expect(play([aStep(1)], [], [anOutcome(1)]).complete(1).state).toMatchObject({
      status: 'completed',
      selected_outcome_id: null,
    })
  })

  it('counts the first of two outcome steps that are reached', () => {
    const run = play(
      [aStep(1), aStep(2, { is_outcome: true, outcome_id: 1 }), aStep(3, { is_outcome: true })],
      [aConnection(1, 2), aConnection(1, 3)],
    )
    expect(run.complete(1, 3, 2).state.selected_outcome_id).toBe(3)
  })

  it('takes the outcome of the same name, or the default, for an outcome step that states none', () => {
    expect(play([aStep(3, { step_type: 'outcome' })]).complete(3).state.selected_outcome_id).toBe(3)
    expect(play([aStep(1, { step_type: 'outcome' })]).complete(1).state.selected_outcome_id).toBe(2)
  })

  it('has failed when it ends without reaching or naming any outcome of a workflow with outcome steps', () => {
    const steps = [aStep(1), aStep(2, { is_outcome: true })]
    const ways = [aConnection(1, 2)]
    const failed = { status: 'failed', reached_outcome_id: null }
    expect(play(steps, ways).complete(1).do({ type: 'skip', step_id: 2 }).state).toMatchObject(failed)
    const run = play(steps, ways).complete(1).do({ type: 'fail', step_id: 2, reason: 'split' })
    expect(run.state).toMatchObject(failed)
    expect(run.state.failure_reason).toBe('Step 2 “Step 2” failed, and no other way was left to an outcome.')
    const passed = play([aStep(1), aStep(2, { is_outcome: true, condition_logic: { dry: true } })], ways).complete(1)
    expect(passed.state).toMatchObject(failed)
    expect(passed.state.failure_reason).toMatch(/none of the outcomes was reached/)
  })

  it('has failed when its last way ended in a failed step or because no condition held', () => {
    const ways = [aConnection(1, 2, { condition: { dry: true } })]
    const stuck = play([aStep(1), aStep(2)], ways).complete(1)
    expect(stuck.state).toMatchObject({
      status: 'failed',
      failure_reason: 'After Step 1 “Step 1” no condition held, so no way was left.',
    })
    const failed = play([aStep(1)]).do({ type: 'fail', step_id: 1 })
    expect(failed.state.failure_reason).toBe('Step 1 “Step 1” failed, and no other way was left.')
    expect(failed.undo().state).toMatchObject({ status: 'active', failure_reason: null, ended_at: null })
  })

  it('that has failed did so many of the steps that were possible until then, and undo counts them as before', () => {
    const chain = [1, 2, 3].map(id => aConnection(id, id + 1))
    const steps = [aStep(1), aStep(2), aStep(3), aStep(4)]
    const counted = (run: Play) => countProgress(run.workflow, run.state)
    const atOnce = play(steps, chain).do({ type: 'fail', step_id: 1 })
    expect(counted(atOnce)).toEqual({ total_steps: 4, completed_steps: 0, progress_percentage: 0 })
    const later = play(steps, chain).complete(1, 2).do({ type: 'fail', step_id: 3 })
    expect(counted(later)).toEqual({ total_steps: 4, completed_steps: 2, progress_percentage: 50 })
    expect(counted(later.undo())).toEqual({ total_steps: 4, completed_steps: 2, progress_percentage: 50 })
    const stuck = play(steps, [aConnection(1, 2, { condition: { dry: true } }), ...chain.slice(1)]).complete(1)
    expect(counted(stuck)).toEqual({ total_steps: 4, completed_steps: 1, progress_percentage: 25 })
    const beside = play([...steps, aStep(5)], chain).do({ type: 'fail', step_id: 1 })
    expect(counted(beside)).toEqual({ total_steps: 1, completed_steps: 0, progress_percentage: 0 })
  })

  it('goes on after complete_with_outcome until nothing is left to do', () => {
    const run = play([aDecision(1, [named(1), {}]), aStep(2)], [aConnection(1, 2)]).choose(1, 11)
    expect(run.state).toMatchObject({ status: 'active', named_outcome_id: 1, selected_outcome_id: null })
    expect(run.complete(2).state).toMatchObject({ status: 'completed', selected_outcome_id: 1 })
  })
})
