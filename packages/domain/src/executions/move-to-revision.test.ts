import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEdits } from '../testing/arbitrary-edit.ts'
import { aim, arbitraryRun, type Intention } from '../testing/arbitrary-run.ts'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { aChain, aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { Play } from '../testing/play.ts'
import { compile } from '../workflows/compile.ts'
import type { CompiledWorkflow } from '../workflows/compiled.ts'
import type { WorkflowDefinition } from '../workflows/definition.ts'
import { changePart, removePart } from '../workflows/edit.ts'
import { validateDefinition } from '../workflows/validate.ts'
import type { CommandRequest } from './command.ts'
import { evolveAll } from './evolve.ts'
import { connectionAt, isSettled, stepAt } from './letters.ts'
import { moveToRevision, type MoveDecision } from './move-to-revision.ts'
import { newExecution } from './new-execution.ts'
import { countProgress, progressOf } from './progress.ts'
import type { ExecutionState } from './state.ts'

const runs = { numRuns: 60 }

/** The options that settled decisions took, as the records tell. */
const chosenIn = (play: Play): ReadonlyMap<number, number> =>
  new Map(
    play.records.flatMap(({ events }) =>
      events.flatMap(event => {
        const option = event.type === 'step_changed' ? event.to.data?.['decision_option_id'] : undefined
        return event.type === 'step_changed' && typeof option === 'number' ? [[event.step_id, option] as const] : []
      }),
    ),
  )

const move = (play: Play, to: CompiledWorkflow): MoveDecision =>
  moveToRevision({ from: play.workflow, to, state: play.state, at: play.at, chosen: chosenIn(play) })

/** The run after the move, which has to be accepted. */
function moved(play: Play, definition: WorkflowDefinition): Play {
  const decision = move(play, compile(definition))
  if (!decision.ok) throw new Error(decision.message)
  return goOn(play, definition, decision.state)
}

function goOn(play: Play, definition: WorkflowDefinition, state: ExecutionState): Play {
  const next = new Play(definition)
  next.states.push(state)
  next.at = play.at
  return next
}

function refusalOf(play: Play, definition: WorkflowDefinition): Extract<MoveDecision, { ok: false }> {
  const decision = move(play, compile(definition))
  if (decision.ok) throw new Error('accepted, though it should not be')
  return decision
}

const removed = (definition: WorkflowDefinition, id: number): WorkflowDefinition => {
  const removal = removePart(definition, { part: 'step', id })
  if (!removal.ok) throw new Error('in use')
  return removal.definition
}

describe('moving a run to another revision', () => {
  it('follows changed texts and goes on where it was', () => {
    const play = new Play(aChain(3)).start().complete(1)
    const after = moved(play, changePart(aChain(3), { part: 'step', id: 3 }, { instructions: 'Gently.' }))
    expect(after.letters).toBe('cap')
    after.complete(2, 3)
    expect(after.state.status).toBe('completed')
  })

  it('waits for what comes new before a step that nobody has begun, and lets go on what was begun', () => {
    const fork = [aConnection(1, 2, { id: 1 }), aConnection(1, 3, { id: 2 })]
    const before = aWorkflow([aStep(1), aStep(2), aStep(3)], fork)
    const inserted = aWorkflow(
      [aStep(1), aStep(2), aStep(3), aStep(4), aStep(5)],
      [
        aConnection(1, 4, { id: 3 }),
        aConnection(4, 2, { id: 4 }),
        aConnection(1, 5, { id: 5 }),
        aConnection(5, 3, { id: 6 }),
      ],
    )
    const play = new Play(before).start().complete(1)
    expect(play.letters).toBe('car')
    const after = moved(play, inserted)
    // 2 was begun and stays so; 3 was only ready and waits for 5.
    expect(after.letters).toBe('caprr')
    after.complete(2, 4, 5, 3)
    expect(after.state.status).toBe('completed')
  })

  it('opens a new branch beside a way that was taken', () => {
    const play = new Play(aChain(3)).start().complete(1)
    const branched = aWorkflow(
      [aStep(1), aStep(2), aStep(3), aStep(4)],
      [
        ...aChain(3).connections,
        aConnection(1, 4, { id: 9, connection_type: 'parallel' }),
        aConnection(4, 3, { id: 10 }),
      ],
    )
    expect(moved(play, branched).letters).toBe('capr')
  })

  it('keeps to the option that was chosen, and rules out what hangs on the others', () => {
    const options = [{ result_action: { goto_step: 2 } }, { result_action: { goto_step: 3 } }]
    const ways = [1, 2].map(id => aConnection(1, id + 1, { id, connection_type: 'choice' as const }))
    const before = aWorkflow([aDecision(1, options), aStep(2), aStep(3)], ways)
    const play = new Play(before).start().choose(1, 12)
    const after = aWorkflow(
      [aDecision(1, options), aStep(2), aStep(3), aStep(4), aStep(5)],
      [...ways, aConnection(2, 4, { id: 3 }), aConnection(3, 5, { id: 4 })],
    )
    expect(play.letters).toBe('cda')
    expect(moved(play, after).letters).toBe('cdadp')
  })

  it('refuses where a step that is done is gone, naming it', () => {
    const play = new Play(aChain(3)).start().complete(1)
    expect(refusalOf(play, removed(aChain(3), 1))).toEqual({
      ok: false,
      code: 'revision.not_movable',
      message: '“Step 1” is already done here, and the other revision does not have it: this run stays on its own.',
      step_ids: [1],
    })
  })

  it('drops open steps that are gone, moves the view on, and completes a run that has nothing left', () => {
    const play = new Play(aChain(3)).start().complete(1)
    const onward = { ...removed(aChain(3), 2), connections: [aConnection(1, 3, { id: 7 })] }
    const after = moved(play, onward)
    expect([after.letters, after.state.current_step_id]).toEqual(['ca', 3])
    const ended = moved(play, removed(removed(aChain(3), 3), 2))
    expect([ended.letters, ended.state.status]).toEqual(['c', 'completed'])
  })

  it('refuses to bring about a failure: outcome steps that can not be reached any more', () => {
    const outcome = (id: number) => aStep(id, { step_type: 'outcome', is_outcome: true, outcome_id: 1 })
    const before = aWorkflow([aStep(1), aStep(2), outcome(3)], [aConnection(1, 2), aConnection(2, 3)], [anOutcome(1)])
    const after = aWorkflow([aStep(1), outcome(3)], [aConnection(3, 1)], [anOutcome(1)])
    const play = new Play(before).start().complete(1)
    const next = move(play, compile(after))
    // Step 3 begins the other revision: it opens, and nothing fails.
    expect(next.ok && next.state.steps).toBe('ca')
    const stuck = aWorkflow(
      [aStep(1), outcome(3)],
      [aConnection(1, 3, { connection_type: 'conditional', condition: { never: 1 } })],
      [anOutcome(1)],
    )
    expect(refusalOf(play, stuck)).toMatchObject({ code: 'revision.not_movable', step_ids: [] })
  })

  it('is refused while the run is paused or over', () => {
    const play = new Play(aChain(2)).start().do({ type: 'pause' })
    expect(refusalOf(play, aChain(2)).code).toBe('execution.paused')
    play.do({ type: 'cancel' })
    expect(refusalOf(play, aChain(2)).code).toBe('execution.not_active')
  })

  it('can not be undone, nor can what was done before', () => {
    const after = moved(new Play(aChain(3)).start().complete(1), aChain(3))
    expect(after.refusal({ type: 'undo', last: null }).code).toBe('execution.nothing_to_undo')
    after.complete(2)
    after.undo()
    expect(after.letters).toBe('cap')
  })
})

const played = (definition: WorkflowDefinition, run: readonly Intention[]): Play => {
  const play = new Play(definition).start({ wood: run.length % 3 })
  for (const intention of run) play.wait(intention.wait).try(aim(play, intention))
  return play
}

/** Ends a run by taking what is offered; false if it goes on for ever. */
function canEnd(play: Play): boolean {
  for (let commands = 0; commands < 2_000; commands += 1) {
    if (play.state.status !== 'active') return true
    play.wait(100)
    const tried = Object.keys(play.state.open).flatMap((id): CommandRequest[] => {
      const step_id = Number(id)
      const options = play.workflow.step(step_id)?.decision_options ?? []
      return options.length > 0
        ? options.map(option => ({ type: 'decide', step_id, option_id: option.id }))
        : [{ type: 'complete', step_id, override: true, data: { verdict: 'pass' } }]
    })
    const accepted = tried.toReversed().some(command => play.try(command).ok)
    if (!accepted) play.do({ type: 'fail', step_id: Number(Object.keys(play.state.open)[0]) })
  }
  return false
}

const isRunnable = (definition: WorkflowDefinition) => !validateDefinition(definition).some(({ fatal }) => fatal)

describe('laws of moving', () => {
  it('to the same revision changes nothing but what can be undone', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryRun, (definition, run) => {
        const play = played(definition, run)
        fc.pre(play.state.status === 'active')
        const decision = move(play, compile(structuredClone(definition)))
        const { sequence, undo_head: _, ...rest } = play.state
        expect(decision).toMatchObject({ ok: true, state: { sequence: sequence + 1, undo_head: null } })
        expect(decision.ok && decision.state).toMatchObject(rest)
      }),
      runs,
    )
  })

  it('leaves every connection and every closed step as the rules say, keeps what is settled, and can still end', () => {
    let accepted = 0
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryRun, arbitraryEdits(1000), (definition, run, edit) => {
        const play = played(definition, run)
        const edited = edit(definition)
        fc.pre(play.state.status === 'active' && isRunnable(edited))
        const decision = move(play, compile(edited))
        if (!decision.ok) return
        accepted += 1
        const after = goOn(play, edited, decision.state)
        const { workflow, state } = after
        const status = (index: number) => stepAt(state.steps, index)
        const kept = play.workflow.steps.flatMap(step => {
          const was = stepAt(play.state.steps, step.index)
          const now = workflow.compiledStep(step.id)
          return isSettled(was) ? [[was, now && status(now.index)]] : []
        })
        expect(kept.filter(([was, now]) => was !== now)).toEqual([])
        const isOver = (index: number) => isSettled(status(index)) || status(index) === 'dead'
        const ways = (indexes: readonly number[]) => indexes.map(index => connectionAt(state.connections, index))
        for (const { index, source } of workflow.connections) {
          const allowed = isSettled(status(source))
            ? ['live', 'dead']
            : status(source) === 'dead'
              ? ['dead']
              : ['unresolved']
          expect(allowed).toContain(ways([index])[0])
        }
        for (const { index, id, incoming, gotoOnly, jumpSources } of workflow.steps) {
          const mayBeNamed = gotoOnly && !jumpSources.every(isOver)
          const isAwaited = ways(incoming).includes('unresolved') || mayBeNamed
          const isClosed = status(index) === 'pending' && !Object.hasOwn(state.open, String(id))
          expect([isClosed && !isAwaited, status(index) === 'dead' && isAwaited]).toEqual([false, false])
          expect(status(index) === 'dead' && ways(incoming).includes('live')).toBe(false)
        }
        const done = state.steps.replaceAll(/[^cs]/g, '').length
        expect(state.counts).toMatchObject({ done, dead: state.steps.replaceAll(/[^d]/g, '').length })
        expect(countProgress(workflow, state)).toBeDefined()
        expect(progressOf(workflow, state, after.at).progress_percentage).toBeLessThanOrEqual(100)
        expect(canEnd(after)).toBe(true)
      }),
      runs,
    )
    expect(accepted).toBeGreaterThan(20)
  })

  it('replaying the events, each with the revision of its time, gives the stored state', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, arbitraryRun, arbitraryEdits(1000), (definition, run, edit) => {
        const play = played(definition, run)
        const edited = edit(definition)
        fc.pre(play.state.status === 'active' && isRunnable(edited))
        const decision = move(play, compile(edited))
        if (!decision.ok) return
        const history = [...play.records.map(({ events }) => events), decision.events]
        const stored = JSON.parse(JSON.stringify(history)) as typeof history
        const replayed = stored.reduce((state, events) => {
          const isAfter = events.some(({ type }) => type === 'revision_changed')
          return evolveAll(isAfter ? compile(edited) : play.workflow, state, events)
        }, newExecution(play.workflow))
        expect(replayed).toEqual(JSON.parse(JSON.stringify(decision.state)))
      }),
      runs,
    )
  })
})
