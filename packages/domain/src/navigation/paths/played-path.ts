import { difficultyScore } from '../../executions/ahead/difficulty.ts'
import type { PathDecision, PathMeasure, PathStep } from './path.ts'
import type { Choice } from './search.ts'
import type { Terms, Visit } from '../../executions/ahead/terms.ts'
import type { Walk } from '../../executions/ahead/walk.ts'

/** A walk to its end, written down. */
export interface PlayedPath {
  readonly visits: readonly Visit[]
  /** Visits that nothing may delay. */
  readonly critical: ReadonlySet<number>
  readonly latest: number
  readonly work: number
  readonly points: number
  readonly outcome_id: number | null
  readonly decisions: readonly PathDecision[]
}

const decisionOf = ({ step, option }: Visit): PathDecision[] =>
  option === null
    ? []
    : [
        {
          step_id: step.id,
          step_name: step.definition.name,
          option_id: option.definition.id,
          option_text: option.definition.option_text,
        },
      ]

function criticalOf(visits: readonly Visit[]): ReadonlySet<number> {
  const critical = new Set<number>()
  const end = ({ start, minutes }: Visit) => start + minutes
  let last = -1
  for (const [at, visit] of visits.entries()) {
    const known = visits[last]
    if (known === undefined || end(visit) > end(known)) last = at
  }
  for (let at = last; at !== -1; at = visits[at]?.after ?? -1) critical.add(at)
  return critical
}

/** Goes along some choices to the end and writes everything down; null where they do not lead to one. */
export function playPath(walk: Walk, choices: readonly Choice[], asked: number | null): PlayedPath | null {
  const visits: Visit[] = []
  const { length } = walk.status
  walk.log = { visits, cause: new Int32Array(length).fill(-1), again: new Int32Array(length) }
  let made = 0
  while (!walk.isOver) {
    const step = walk.next
    if (step.options.length === 0) {
      walk.settle(step, null)
      continue
    }
    const choice = choices[made]
    if (choice?.step !== step || walk.refuses(choice.option)) return null
    made += 1
    walk.settle(step, choice.option)
  }
  const outcome = walk.outcome(asked)
  if (outcome === undefined) return null
  const { latest, work, points } = walk
  const decisions = visits.flatMap(decisionOf)
  return { visits, critical: criticalOf(visits), latest, work, points, outcome_id: outcome, decisions }
}

/** Half of all runs take longer than expected, each step by itself; nine in ten take at most so much longer. */
function spreadOf({ visits, critical }: PlayedPath, { costs }: Terms): number {
  let squares = 0
  for (const at of critical) {
    const visit = visits[at]
    if (visit !== undefined) squares += costs.spread(visit.step, visit.option, visit.isBegun) ** 2
  }
  return Math.sqrt(squares)
}

export const measured = (path: PlayedPath, terms: Terms): PathMeasure => ({
  estimated_time: path.latest,
  estimated_time_p90: path.latest + spreadOf(path, terms),
  total_work_time: path.work,
  difficulty_score: difficultyScore(path.points),
  outcome_id: path.outcome_id,
})

export const stepsOf = ({ visits, critical }: PlayedPath, iteration: (stepId: number) => number): readonly PathStep[] =>
  visits.map((visit, at) => ({
    step_id: visit.step.id,
    step_name: visit.step.definition.name,
    step_type: visit.step.definition.step_type,
    estimated_duration: visit.minutes,
    iteration: iteration(visit.step.id) - 1 + visit.iteration,
    starts_in: visit.start,
    is_critical: critical.has(at),
    option_id: visit.option?.definition.id ?? null,
    option_text: visit.option?.definition.option_text ?? null,
  }))
