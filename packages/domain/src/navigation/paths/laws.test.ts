import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimatedDurations } from '../../insights/estimated-durations.ts'
import { aim, arbitraryIntention } from '../../testing/arbitrary-run.ts'
import { arbitraryWorkflowOf } from '../../testing/arbitrary-workflow.ts'
import { Play } from '../../testing/play.ts'
import { playRuns, type PlayedRun } from '../../testing/play-paths.ts'
import { compile } from '../../workflows/compile.ts'
import { spentMinutes } from './costs.ts'
import { findPaths } from './find-paths.ts'
import { planOf } from './plan.ts'

const small = arbitraryWorkflowOf(9).map(compile)
const someTarget = fc.constantFrom(null, null, 1, 2)

/** A run somewhere on its way, and every way in which it can really go on to the end. */
const underway = fc
  .tuple(small, fc.array(arbitraryIntention, { maxLength: 6 }), someTarget)
  .map(([workflow, run, target]) => {
    const play = new Play(workflow).start({ wood: run.length % 3 })
    for (const intention of run) {
      if (['cancel', 'pause', 'time_out', 'undo'].includes(intention.type)) continue
      play.wait(intention.wait).try(aim(play, intention))
    }
    if (play.state.status === 'active' && target !== null) play.do({ type: 'select_outcome', outcome_id: target })
    const { state, at } = play
    const spent = spentMinutes(workflow, state, at)
    const runs =
      state.status === 'active' ? playRuns(workflow, play, { position: planOf(workflow).position, spent }) : null
    return { workflow, state, at, target, runs }
  })

interface Underway {
  readonly runs: readonly PlayedRun[] | null
  readonly target: number | null
}
const suitable = ({ runs, target }: Underway) =>
  (runs ?? []).filter(run => target === null || run.outcome_id === target)

describe('laws of path finding', () => {
  for (const by of ['time', 'difficulty'] as const)
    it(`the best path by ${by} is the best of all runs that the engine can really be brought through`, () => {
      let reachable = 0
      fc.assert(
        fc.property(underway, ({ workflow, state, at, ...known }) => {
          fc.pre(known.runs !== null)
          const durations = estimatedDurations(workflow)
          const found = findPaths(workflow, state, { target_outcome_id: known.target, by, durations, at })
          const runs = suitable(known)
          expect(found.exact).toBe(true)
          expect(found.reachable).toBe(runs.length > 0)
          if (!found.reachable) return
          reachable += 1
          if (by === 'time') expect(found.estimated_time).toBeCloseTo(Math.min(...runs.map(run => run.minutes)), 6)
          const steps = found.optimal_path.map(step => step.step_id)
          const same = runs.find(
            run =>
              JSON.stringify(run.steps) === JSON.stringify(steps) &&
              found.decisions.every(({ step_id }) => run.choices.has(step_id)),
          )
          expect(same?.outcome_id).toBe(found.outcome_id)
          if (by === 'difficulty') expect(same?.points).toBe(Math.min(...runs.map(run => run.points)))
        }),
        { numRuns: Number(process.env['RUNS'] ?? 300) },
      )
      expect(reachable).toBeGreaterThan(100)
    })
})
