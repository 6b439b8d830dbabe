import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimatedDurations } from '../../insights/estimated-durations.ts'
import { aim, arbitraryIntention } from '../../testing/arbitrary-run.ts'
import { arbitraryWorkflowOf } from '../../testing/arbitrary-workflow.ts'
import { Play } from '../../testing/play.ts'
import { playRuns, type PlayedRun } from '../../testing/play-runs.ts'
import { compile } from '../../workflows/compile.ts'
import type { CompiledWorkflow } from '../../workflows/compiled.ts'
import { spentMinutes } from '../../executions/ahead/costs.ts'
import { findPaths } from './find-paths.ts'
import type { PathDecision, PathRequest, ReachablePath } from './path.ts'
import { planOf } from '../../executions/ahead/plan.ts'

/** What may come before; pauses and undo change nothing about where the run can go. */
const before = fc.array(
  arbitraryIntention.filter(({ type }) => !['cancel', 'pause', 'time_out', 'undo'].includes(type)),
  { maxLength: 6 },
)

interface Underway {
  readonly workflow: CompiledWorkflow
  readonly play: Play
  readonly target: number | null
  /** Every way in which the engine can be brought to the end that is asked for; null: too many to play. */
  readonly runs: readonly PlayedRun[] | null
}

/** Runs somewhere on their way. */
const underway: fc.Arbitrary<Underway> = fc
  .tuple(arbitraryWorkflowOf(9).map(compile), before, fc.constantFrom(null, null, 1, 2))
  .map(([workflow, intentions, target]) => {
    const play = new Play(workflow).start({ wood: intentions.length % 3 })
    for (const intention of intentions) play.wait(intention.wait).try(aim(play, intention))
    if (play.state.status !== 'active') return { workflow, play, target, runs: null }
    if (target !== null) play.do({ type: 'select_outcome', outcome_id: target })
    const spent = spentMinutes(workflow, play.state, play.at)
    const runs = playRuns(workflow, play, { position: planOf(workflow).position, spent })
    return { workflow, play, target, runs: runs?.filter(run => target === null || run.outcome_id === target) ?? null }
  })

const find = ({ workflow, play, target }: Underway, more: Partial<PathRequest> = {}) =>
  findPaths(workflow, play.state, {
    target_outcome_id: target,
    durations: estimatedDurations(workflow),
    at: play.at,
    ...more,
  })

/** What is chosen last at each decision, written so that it can be compared. */
const choicesOf = (choices: Iterable<readonly [number, number]>): string =>
  JSON.stringify([...new Map(choices)].toSorted(([one], [other]) => one - other))

const chosen = (decisions: readonly PathDecision[]): string =>
  choicesOf(decisions.map(({ step_id, option_id }) => [step_id, option_id]))

const isClose = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6

/** The run in which the engine does just what the path says. */
const asPlayed = (path: ReachablePath, runs: readonly PlayedRun[]): PlayedRun | undefined =>
  runs.find(
    run =>
      run.steps.join() === path.optimal_path.map(step => step.step_id).join() &&
      choicesOf(run.choices) === chosen(path.decisions) &&
      isClose(run.minutes, path.estimated_time) &&
      isClose(run.work, path.total_work_time),
  )

/** Says whether there was anything to check. */
type Law = (path: ReachablePath, known: Underway, runs: readonly PlayedRun[]) => boolean

/** Checks a law on many runs that can still come to an end; fails if there were few. */
function holdsFor(check: Law, { least = 60, numRuns = 150 } = {}) {
  let checked = 0
  fc.assert(
    fc.property(underway, known => {
      fc.pre(known.runs !== null)
      const path = find(known)
      if (path.reachable && check(path, known, known.runs)) checked += 1
    }),
    { numRuns },
  )
  expect(checked).toBeGreaterThan(least)
}

describe('laws of path finding', () => {
  for (const by of ['time', 'difficulty'] as const)
    it(`the best path by ${by} is the best of all runs that the engine can be brought through, and none is found where there is none`, () => {
      holdsFor((_, known, runs) => {
        const path = find(known, { by })
        if (!path.reachable) throw new Error('It was reachable by time')
        const played = asPlayed(path, runs)
        expect(path.exact).toBe(true)
        expect(played?.outcome_id).toBe(path.outcome_id)
        const cost = (run: PlayedRun) => (by === 'time' ? run.minutes : run.points)
        expect(played === undefined ? NaN : cost(played)).toBeCloseTo(Math.min(...runs.map(cost)), 6)
        return true
      })
    })

  it('an outcome is reachable exactly if a run reaches it', () => {
    let unreachable = 0
    fc.assert(
      fc.property(underway, known => {
        fc.pre(known.runs !== null)
        const path = find(known)
        expect(path.reachable).toBe(known.runs.length > 0)
        if (!path.reachable) unreachable += 1
      }),
      { numRuns: 150 },
    )
    expect(unreachable).toBeGreaterThan(5)
  })

  it('what is critical follows upon itself without a gap but for lags, up to the end', () => {
    holdsFor(path => {
      const critical = path.optimal_path.filter(step => step.is_critical)
      for (const [at, last] of critical.slice(0, -1).entries())
        expect(critical[at + 1]?.starts_in).toBeGreaterThanOrEqual(last.starts_in + last.estimated_duration - 1e-6)
      const end = critical.at(-1)
      expect((end?.starts_in ?? 0) + (end?.estimated_duration ?? 0)).toBeCloseTo(path.estimated_time, 6)
      expect(path.estimated_time_p90).toBeGreaterThanOrEqual(path.estimated_time)
      return true
    })
  })

  it('alternatives are real, different, in order, and the next best where one thing is done after another', () => {
    let sequences = 0
    holdsFor(
      (path, { workflow }, runs) => {
        const best = new Map<string, number>()
        for (const { choices, minutes } of runs)
          best.set(choicesOf(choices), Math.min(best.get(choicesOf(choices)) ?? Infinity, minutes))
        const times = [path, ...path.alternative_paths].map(one => one.estimated_time)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
        for (const { decisions, estimated_time, step_ids } of path.alternative_paths) {
          expect(decisions.length).toBeGreaterThan(0)
          const isRun = (run: PlayedRun) =>
            run.steps.join() === step_ids.join() &&
            isClose(run.minutes, estimated_time) &&
            decisions.every(({ step_id, option_id }) => run.choices.get(step_id) === option_id)
          expect(runs.some(isRun)).toBe(true)
        }
        if (workflow.loops.length > 0 || !runs.every(run => isClose(run.minutes, run.work))) return true
        sequences += Number(best.size > 1)
        const expected = [...best.values()].toSorted((one, other) => one - other).slice(0, 4)
        expect(times.map(time => time.toFixed(6))).toEqual(expected.map(time => time.toFixed(6)))
        return true
      },
      { numRuns: 600 },
    )
    expect(sequences).toBeGreaterThan(2)
  })

  it('what if one chose what the path chooses anyway gives the same path, and costs nothing', () => {
    holdsFor(
      (path, known) => {
        if (path.decisions.length === 0) return false
        const same = find(known, { what_if: { options: path.decisions.map(({ option_id }) => option_id) } })
        if (!same.reachable) throw new Error('Its own choices rule it out')
        expect(same.optimal_path).toEqual(path.optimal_path)
        expect(same.what_if?.time_difference).toBe(0)
        return true
      },
      { least: 20 },
    )
  })

  it('what if one chose another option is the best of the runs in which it is chosen', () => {
    holdsFor(
      (path, known, runs) => {
        const [first] = path.decisions
        const other = known.workflow
          .step(first?.step_id ?? null)
          ?.decision_options.find(({ id }) => id !== first?.option_id)
        if (first === undefined || other === undefined || known.workflow.loops.length > 0) return false
        const assumed = find(known, { what_if: { options: [other.id] } })
        const suitable = runs.filter(run => (run.choices.get(first.step_id) ?? other.id) === other.id)
        expect(assumed.reachable).toBe(suitable.length > 0)
        expect(assumed.reason?.code ?? 'none').toBe(assumed.reachable ? 'none' : 'what_if')
        if (!assumed.reachable) return true
        expect(assumed.estimated_time).toBeCloseTo(Math.min(...suitable.map(run => run.minutes)), 6)
        expect(assumed.what_if?.time_difference).toBeCloseTo(assumed.estimated_time - path.estimated_time, 6)
        expect(assumed.what_if?.time_difference).toBeGreaterThanOrEqual(-1e-6)
        return true
      },
      { least: 10, numRuns: 300 },
    )
  })

  it('more time for a step that is not on the path changes nothing, for one on it never makes it shorter', () => {
    holdsFor((path, known) => {
      const onPath = new Set(path.optimal_path.map(step => step.step_id))
      const longer = (isLonger: (id: number) => boolean) => {
        const { of } = estimatedDurations(known.workflow)
        const durations: PathRequest['durations'] = {
          of: (id, option) => ({ p50: of(id, option).p50 + (isLonger(id) ? 7 : 0), p90: of(id, option).p90 + 7 }),
        }
        const found = find(known, { durations })
        return found.reachable ? found.estimated_time : null
      }
      expect(longer(id => !onPath.has(id))).toBeCloseTo(path.estimated_time, 6)
      expect(longer(id => onPath.has(id))).toBeGreaterThanOrEqual(path.estimated_time - 1e-6)
      return true
    })
  })

  it('the run that it is asked for is left as it was, and the same question gets the same answer', () => {
    holdsFor((path, known) => {
      const state = JSON.stringify(known.play.state)
      expect(find(known)).toEqual(path)
      expect(JSON.stringify(known.play.state)).toBe(state)
      return true
    })
  })
})
