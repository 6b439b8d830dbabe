import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimatedDurations } from '../../insights/estimated-durations.ts'
import type { Durations } from '../../insights/durations.ts'
import { findPaths } from '../../navigation/paths/find-paths.ts'
import { aim, arbitraryIntention } from '../../testing/arbitrary-run.ts'
import { arbitraryWorkflowOf } from '../../testing/arbitrary-workflow.ts'
import { Play } from '../../testing/play.ts'
import { compile } from '../../workflows/compile.ts'
import type { CompiledStep } from '../../workflows/compiled.ts'
import { decide } from '../decide.ts'
import { evolveAll } from '../evolve.ts'
import { optionConsequences } from '../outlook.ts'
import { progressOf } from '../progress.ts'
import type { ExecutionState } from '../state.ts'
import { availableSteps, stepTiming } from '../view.ts'
import { expectation, likelyOption, type Expectation, type Standpoint } from './expectation.ts'
import { planOf } from './plan.ts'

const before = fc.array(
  arbitraryIntention.filter(({ type }) => !['cancel', 'pause', 'time_out', 'undo'].includes(type)),
  { maxLength: 8 },
)

/** Learned times: unlike the author's, unlike for each option, and unevenly spread. */
const learned = (workflow: Standpoint['workflow']): Durations => ({
  of: (id, option = null) => {
    const { p50 } = estimatedDurations(workflow).of(id)
    const minutes = p50 * (1 + (id % 3)) + (option ?? 0) / 7
    return { p50: minutes, p90: minutes * 2, mean: minutes * 1.15 }
  },
})

const underway: fc.Arbitrary<Standpoint> = fc
  .tuple(arbitraryWorkflowOf(9).map(compile), before, fc.boolean())
  .map(([workflow, intentions, isLearned]) => {
    const play = new Play(workflow).start({ wood: intentions.length % 3 })
    for (const intention of intentions) play.wait(intention.wait).try(aim(play, intention))
    const durations = isLearned ? learned(workflow) : estimatedDurations(workflow)
    return { workflow, state: play.state, at: play.at, durations }
  })
  .filter(({ state }) => state.status === 'active')

/** Checks a law at many moments; says at how many of them there was something to check. */
function checkedFor(check: (standpoint: Standpoint) => boolean, numRuns = 400): number {
  let checked = 0
  fc.assert(
    fc.property(underway, standpoint => {
      if (check(standpoint)) checked += 1
    }),
    { numRuns },
  )
  return checked
}

const remaining = (standpoint: Standpoint, state: ExecutionState) =>
  progressOf(standpoint.workflow, state, standpoint.at, standpoint.durations)

function chosen({ workflow, state, at }: Standpoint, step_id: number, option_id: number): ExecutionState | null {
  const decision = decide(workflow, state, { type: 'decide', step_id, option_id, at, actor_id: null })
  return decision.ok ? evolveAll(workflow, state, decision.events) : null
}

const openSteps = ({ workflow, state }: Standpoint): CompiledStep[] =>
  Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id)) ?? [])

const openedBy = (before: ExecutionState, after: ExecutionState, decision: number): (number | null)[] =>
  Object.keys(after.open)
    .filter(id => !(id in before.open) || Number(id) === decision)
    .map(Number)

/** What comes of a run as far as is told: what came of it, or what is expected. */
function outcomeOf(standpoint: Standpoint, state: ExecutionState): number | null {
  if (state.status === 'active') return expectation({ ...standpoint, state }).outcome_id
  return state.status === 'completed' ? state.selected_outcome_id : null
}

/** The first moment from which an open step may be settled. */
const readyAt = (state: ExecutionState, { id }: CompiledStep, at: number) =>
  Math.max(at, state.open[String(id)]?.not_before ?? at)

/** The options of a decision that the engine takes. */
const takenOptions = (standpoint: Standpoint, step: CompiledStep) => {
  const ready = { ...standpoint, at: readyAt(standpoint.state, step, standpoint.at) }
  return step.options.filter(({ definition }) => chosen(ready, step.id, definition.id) !== null)
}

/** Brings a run as far as the engine lets it: checks pass, decisions go by what is likely, one without a way is left open. */
function playOn(standpoint: Standpoint) {
  const { workflow } = standpoint
  const { position } = planOf(workflow)
  const steps: number[] = []
  let now = standpoint
  while (now.state.status === 'active') {
    const { state } = now
    const next = openSteps(now)
      .toSorted((one, other) => (position[one.index] ?? 0) - (position[other.index] ?? 0))
      .map(step => ({ step, option: likelyOption(takenOptions(now, step)) }))
      .find(({ step, option }) => step.kind !== 'decision' || option !== null)
    if (next === undefined) break
    const at = readyAt(state, next.step, now.at)
    const command =
      next.option === null
        ? ({ type: 'complete', override: true, data: { verdict: 'pass' } } as const)
        : ({ type: 'decide', option_id: next.option.definition.id } as const)
    const decision = decide(workflow, state, { ...command, step_id: next.step.id, at, actor_id: null })
    if (!decision.ok) return null
    steps.push(next.step.index)
    now = { ...now, state: evolveAll(workflow, state, decision.events), at }
  }
  return { steps, state: now.state }
}

/** Loops within loops are not followed for longer than a thousand steps. */
const isFollowed = ({ steps }: Expectation) => steps.length <= 1_000

describe('laws of what is expected', () => {
  it('the minutes and the outcome of an option are those that are told once it is chosen', () => {
    const checked = checkedFor(standpoint => {
      const { workflow, state, at } = standpoint
      const open = availableSteps(workflow, state, at).flatMap(id => workflow.compiledStep(id) ?? [])
      const consequences = open.flatMap(step => optionConsequences(standpoint, step.id).map(one => ({ step, ...one })))
      const told = consequences.map(({ step, option_id, ...one }) => {
        const after = chosen(standpoint, step.id, option_id)
        return { ...one, after, opened: after === null ? [] : openedBy(state, after, step.id) }
      })
      expect(told.filter(({ after, next_step_id }) => after === null && next_step_id !== null)).toEqual([])
      const taken = told.filter(({ after }) => after !== null)
      expect(taken.filter(({ opened, next_step_id }) => opened.length > 0 && !opened.includes(next_step_id))).toEqual(
        [],
      )
      for (const { after, minutes, outcome_id } of taken) {
        if (after?.status === 'active' && !isFollowed(expectation({ ...standpoint, state: after }))) continue
        expect(minutes).toBeCloseTo(remaining(standpoint, after ?? state).estimated_remaining_time, 6)
        expect(outcome_id).toBe(outcomeOf(standpoint, after ?? state))
      }
      return taken.length > 0
    })
    expect(checked).toBeGreaterThan(40)
  })

  it('what is expected is what the engine comes to', () => {
    const checked = checkedFor(standpoint => {
      const expected = expectation(standpoint)
      const played = playOn(standpoint)
      if (played === null || !isFollowed(expected)) return false
      expect(played.steps).toEqual(expected.steps)
      const { status, reached_outcome_id, named_outcome_id, selected_outcome_id } = played.state
      const told = { active: reached_outcome_id ?? named_outcome_id, completed: selected_outcome_id }
      expect(expected.outcome_id).toBe(status === 'active' || status === 'completed' ? told[status] : null)
      return true
    })
    expect(checked).toBeGreaterThan(200)
  })

  it('no way is better than the best path, and the expected one is among the ways that it was chosen from', () => {
    const checked = checkedFor(standpoint => {
      const { workflow, state, at, durations } = standpoint
      const expected = expectation(standpoint)
      const { until, outcome_id } = expected
      const path = findPaths(workflow, state, { durations, at, alternatives: 0 })
      if (!path.reachable || !path.exact || outcome_id === null || !isFollowed(expected)) return false
      if ((playOn(standpoint)?.state.status ?? 'active') === 'active') return false
      expect(path.estimated_time).toBeLessThanOrEqual(until + 1e-6)
      expect(path.decisions.length === 0 ? path.estimated_time : until).toBeCloseTo(until, 6)
      return true
    })
    expect(checked).toBeGreaterThan(100)
  })

  it('what is left never is less than the waiting that is certain, nor the ninth of ten runs quicker than the half', () => {
    const checked = checkedFor(standpoint => {
      const { workflow, state, at, durations } = standpoint
      const { remaining_range, expected_finish_at, latest_finish_at } = progressOf(workflow, state, at, durations)
      // A decision that leads straight to a step lets it begin without its lag.
      const certain = openSteps(standpoint).filter(({ jumpSources }) => jumpSources.length === 0)
      const waits = certain.map(({ id }) => stepTiming(workflow, state, id, at)?.wait ?? 0)
      expect(((expected_finish_at ?? 0) - at) / 60_000).toBeGreaterThanOrEqual(Math.max(0, ...waits) - 1e-3)
      expect(expected_finish_at).toBeGreaterThanOrEqual(at + remaining_range.p50 * 60_000 - 1)
      expect(latest_finish_at).toBeGreaterThanOrEqual(expected_finish_at ?? Infinity)
      expect(remaining_range.p90).toBeGreaterThanOrEqual(remaining_range.p50)
      return Math.max(...waits) > 0
    })
    expect(checked).toBeGreaterThan(20)
  })

  it('the steps that are possible are at least those that are done and those that are still expected', () => {
    checkedFor(standpoint => {
      const { workflow, state, at, durations } = standpoint
      const { total_steps, completed_steps } = progressOf(workflow, state, at, durations)
      const ahead = new Set(expectation(standpoint).steps)
      const again = [...ahead].filter(index => ['c', 's'].includes(state.steps.charAt(index))).length
      expect(total_steps).toBeGreaterThanOrEqual(completed_steps - again + ahead.size)
      return true
    })
  })
})
