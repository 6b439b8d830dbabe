import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aim, arbitraryRun, everyCommand, type Intention } from '../testing/arbitrary-run.ts'
import { arbitraryWorkflow } from '../testing/arbitrary-workflow.ts'
import { Play } from '../testing/play.ts'
import { compile } from '../workflows/compile.ts'
import { validateDefinition } from '../workflows/validate.ts'
import type { CommandRequest } from './command.ts'
import { evolve, evolveAll } from './evolve.ts'
import { isOpen } from './draft.ts'
import type { CommandRecord, ExecutionEvent } from './event.ts'
import { connectionAt, isSettled, stepAt } from './letters.ts'
import { newExecution } from './new-execution.ts'
import { pathOf } from './path.ts'
import { countProgress, progressOf } from './progress.ts'
import type { ExecutionState } from './state.ts'
import { mergeStepRows, stepRowChanges, type StepPass } from './step-row-changes.ts'
import { availableCommands } from './view.ts'

const compiled = arbitraryWorkflow.map(compile)
const runs = { numRuns: 200 }

/** Plays a run: each intention is tried, some are refused. */
function played(workflow: ReturnType<typeof compile>, run: readonly Intention[]): Play {
  const play = new Play(workflow).start({ wood: run.length % 3 })
  for (const intention of run) play.wait(intention.wait).try(aim(play, intention))
  return play
}

const withoutCount = (state: ExecutionState) => ({ ...state, sequence: 0 })

const canUndo = ({ status }: ExecutionState) => ['active', 'completed', 'failed'].includes(status)

const givesUpPass = (event: ExecutionEvent) =>
  event.type === 'step_changed' &&
  event.to.iteration > event.from.iteration &&
  event.from.notes !== undefined &&
  isOpen(event.from)

/** The records of the passes, as a server would keep them. */
const recordsOf = ({ records }: Play) =>
  records.reduce<readonly (StepPass & { id: null; notes: string | null })[]>((rows, { events }) => {
    const changes = stepRowChanges(events)
    const put = changes.put.map(({ step_id, iteration, snapshot }) => ({
      id: null,
      step_id,
      iteration,
      notes: snapshot.notes ?? null,
    }))
    return mergeStepRows(rows, put, changes)
  }, [])

/** Counts what a string of letters and its kept counts say. */
const recount = ({ steps }: ExecutionState) => ({
  done: steps.replaceAll(/[^cs]/g, '').length,
  failed: steps.replaceAll(/[^f]/g, '').length,
  dead: steps.replaceAll(/[^d]/g, '').length,
})

/** Brings any execution that can go on to its end: resumes it, makes every check, takes what is offered. */
function bringToEnd(play: Play): number {
  for (let commands = 0; commands < 2_000; commands += 1) {
    if (play.state.status === 'paused' || play.state.status === 'timeout') play.do({ type: 'resume' })
    if (play.state.status !== 'active') return commands
    play.wait(100)
    const tried = Object.keys(play.state.open).flatMap((id): CommandRequest[] => {
      const step_id = Number(id)
      const options = play.workflow.step(step_id)!.decision_options
      return options.length > 0
        ? options.map(option => ({ type: 'decide', step_id, option_id: option.id }))
        : [{ type: 'complete', step_id, override: true, data: { verdict: 'pass' } }]
    })
    const accepted = tried.toReversed().some(command => play.try(command).ok)
    if (!accepted) play.do({ type: 'fail', step_id: Number(Object.keys(play.state.open)[0]) })
  }
  return Infinity
}

describe('laws of the engine', () => {
  it('the generated workflows are valid: nothing in them is fatal', () => {
    fc.assert(
      fc.property(arbitraryWorkflow, definition => {
        expect(validateDefinition(definition).filter(finding => finding.fatal)).toEqual([])
      }),
      runs,
    )
  })

  it('replaying the events of all commands gives the stored state', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = played(workflow, run)
        const stored = JSON.parse(JSON.stringify(play.records)) as typeof play.records
        const replayed = stored.reduce(
          (state, { events }) => evolveAll(workflow, state, events),
          newExecution(workflow),
        )
        expect(replayed).toEqual(play.state)
        const oneByOne = stored
          .flatMap(({ events }) => events)
          .reduce((state, event) => evolve(workflow, state, event), newExecution(workflow))
        expect(withoutCount(oneByOne)).toEqual(withoutCount(play.state))
        expect(play.state.sequence).toBe(play.records.length)
      }),
      runs,
    )
  })

  it('the state survives JSON, and its counts are what its letters say', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const { state } = played(workflow, run)
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
        expect(state.counts).toEqual(recount(state))
        for (const step of workflow.steps) {
          const letter = state.steps[step.index]
          const isOpen = Object.hasOwn(state.open, String(step.id))
          expect(isOpen).toBe(letter === 'r' || letter === 'a' || (letter === 'p' && isOpen))
        }
      }),
      runs,
    )
  })

  it('undo restores what was, again and again, back to the start', () => {
    const restorable = arbitraryRun.map(run =>
      run.filter(({ type }) => ['complete', 'decide', 'skip', 'fail', 'navigate'].includes(type)),
    )
    fc.assert(
      fc.property(compiled, restorable, (workflow, run) => {
        const play = new Play(workflow).start()
        const before: ExecutionState[] = []
        for (const intention of run) {
          const state = play.state
          const decision = play.wait(intention.wait).decide(aim(play, intention))
          if (!decision.ok || !decision.undoable) continue
          play.do(aim(play, intention))
          before.push(state)
        }
        for (const state of before.toReversed()) {
          play.undo()
          expect(withoutCount(play.state)).toEqual(withoutCount(state))
        }
        expect(play.state.undo_head).toBeNull()
        expect(play.refusal({ type: 'undo', last: null }).code).toMatch(/nothing_to_undo|not_active/)
      }),
      runs,
    )
  })

  it('undo leaves a state in which every step still stands as its connections say, whatever was done in between', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = played(workflow, run)
        while (play.state.undo_head !== null && ['active', 'completed', 'failed'].includes(play.state.status)) {
          play.undo()
          const current = workflow.compiledStep(play.state.current_step_id)
          expect(play.state.steps[current?.index ?? 0]).toMatch(/[^d]/)
          expect(play.state.counts).toEqual(recount(play.state))
        }
      }),
      runs,
    )
  })

  it('no note is lost or doubled, whatever is undone: it stands in the records, or waits for its step to be opened again', () => {
    const seen = { notes: 0, kept: 0 }
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = new Play(workflow).start()
        const noted: string[] = []
        for (const intention of [...run, ...run]) {
          play.wait(intention.wait).try(aim(play, intention))
          for (const step_id of Object.keys(play.state.open).map(Number)) {
            const text = `note ${noted.length}`
            if (play.try({ type: 'note', step_id, text }).ok) noted.push(text)
          }
          if (noted.length % 3 === 0 && play.state.undo_head !== null && canUndo(play.state)) play.undo()
        }
        // A pass that a loop gave up while it was worked on has no record; the history has.
        if (play.records.some(record => record.events.some(givesUpPass))) return
        const rows = recordsOf(play)
        const kept = Object.values(play.state.kept_notes ?? {})
        const lines = [...rows.flatMap(({ notes }) => notes ?? []), ...kept].flatMap(text => text.split('\n'))
        seen.notes += noted.length
        seen.kept += kept.length
        expect(lines.filter(line => noted.includes(line)).toSorted()).toEqual(noted.toSorted())
      }),
      runs,
    )
    expect(Math.min(seen.notes, seen.kept)).toBeGreaterThan(0)
  })

  it('the same command on the same state gets the same answer', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = new Play(workflow).start()
        for (const intention of run) {
          const command = aim(play, intention)
          const before = JSON.stringify(play.state)
          expect(play.decide(command)).toEqual(play.decide(command))
          expect(JSON.stringify(play.state)).toBe(before)
          play.wait(intention.wait).try(command)
        }
      }),
      runs,
    )
  })

  it('every run of a valid workflow can still end', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = played(workflow, run)
        if (play.state.status === 'cancelled') return
        expect(bringToEnd(play)).toBeLessThan(2_000)
        expect(play.state.status).toMatch(/completed|failed/)
        expect(play.state.steps).toMatch(/^[csfd]+$/)
        expect(play.state.failure_reason === null).toBe(play.state.status === 'completed')
      }),
      runs,
    )
  })

  it('progress falls only by undo, a loop, or a jump that revives what was ruled out', () => {
    const percentage = (play: Play) => countProgress(play.workflow, play.state).progress_percentage
    const revives = ({ events }: CommandRecord) =>
      events.some(
        event =>
          event.type === 'loop_counted' ||
          (event.type === 'step_changed' && event.from.status === 'dead' && event.to.status === 'pending'),
      )
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = new Play(workflow).start()
        const falls = run.flatMap(intention => {
          const before = percentage(play)
          const command = aim(play, intention)
          if (!play.wait(intention.wait).try(command).ok || command.type === 'undo') return []
          const record = play.records.at(-1)!
          return percentage(play) < before && !revives(record) ? [record] : []
        })
        expect(falls).toEqual([])
      }),
      runs,
    )
  })

  it('timers and steps leave each other alone: no command but those of timers changes one, undo included', () => {
    const apart = ({ timers, ...rest }: ExecutionState) => ({ timers, rest: { ...rest, sequence: 0 } })
    const changes = { ofTimers: 0, undone: 0 }
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = played(workflow, run)
        while (play.state.undo_head !== null && ['active', 'completed', 'failed'].includes(play.state.status))
          play.undo()
        play.records.forEach(({ type }, index) => {
          const [before, after] = [play.states[index]!, play.states[index + 1]!].map(apart)
          const untouched = type.endsWith('_timer') ? 'rest' : 'timers'
          expect(after?.[untouched]).toEqual(before?.[untouched])
          changes.ofTimers += type.endsWith('_timer') ? 1 : 0
          changes.undone += type === 'undo' && before?.timers !== undefined ? 1 : 0
        })
      }),
      runs,
    )
    expect(changes.ofTimers).toBeGreaterThan(0)
    expect(changes.undone).toBeGreaterThan(0)
  })

  it('every connection and every closed step stands as the rules say, after whatever was done and undone', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = played(workflow, run)
        const status = (index: number) => stepAt(play.state.steps, index)
        const isOver = (index: number) => isSettled(status(index)) || status(index) === 'dead'
        const ways = (indexes: readonly number[]) => indexes.map(index => connectionAt(play.state.connections, index))
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
          const isClosed = status(index) === 'pending' && !Object.hasOwn(play.state.open, String(id))
          expect([isClosed && !isAwaited, status(index) === 'dead' && isAwaited]).toEqual([false, false])
          const hasLiveWay = ways(incoming).includes('live')
          expect(status(index) === 'dead' && hasLiveWay).toBe(false)
        }
      }),
      runs,
    )
  })

  it('what is said to be available is exactly what is accepted', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, fc.boolean(), (workflow, run, isFresh) => {
        const play = isFresh ? new Play(workflow) : played(workflow, run)
        const accepted = new Set(everyCommand(play).flatMap(one => (play.decide(one).ok ? [one.type] : [])))
        expect(new Set(availableCommands(workflow, play.state, play.at))).toEqual(accepted)
      }),
      runs,
    )
  })

  it('progress and path can be told in every state, and add up', () => {
    fc.assert(
      fc.property(compiled, arbitraryRun, (workflow, run) => {
        const play = played(workflow, run)
        const progress = progressOf(workflow, play.state, play.at)
        expect(progress.progress_percentage).toBeGreaterThanOrEqual(0)
        expect(progress.progress_percentage).toBeLessThanOrEqual(100)
        expect(progress.remaining_range.p90).toBeGreaterThanOrEqual(progress.remaining_range.p50)
        expect(progress.estimated_remaining_time).toBeGreaterThanOrEqual(0)
        const path = pathOf(workflow, play.state, play.at)
        expect(path.map(step => step.step_id)).toEqual(workflow.steps.map(step => step.id))
        for (const { step_id, status, reason } of path) {
          const isKnown = !workflow.unreachable.includes(workflow.compiledStep(step_id)!.index)
          expect(reason !== null).toBe(isKnown && (status === 'skipped' || status === 'dead'))
        }
      }),
      runs,
    )
  })
})
